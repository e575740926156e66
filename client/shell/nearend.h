// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace relay::client::shell {

/*!
 * The bytes of a program on this machine: a TCP connection, or standard input and output. Reads what there is, up to
 * 64 KiB at once, and writes without a queue of its own, so that whoever owns it holds either side back. Never waits. One
 * thread.
 */
class NearEnd : public QObject
{
    Q_OBJECT
public:
    //! Takes the descriptors, which may be the same, and closes them. SIGPIPE has to be ignored.
    NearEnd(int input, int output, QObject *parent = nullptr);
    ~NearEnd() override;

    void setReading(bool isReading); //!< not, at first
    //! How many of the bytes were taken; not all: writable() follows. -1: nobody takes them any more, see fault().
    [[nodiscard]] qint64 write(QByteArrayView bytes);
    void finish(); //!< there are no more to write: the program reads the end, and may go on writing
    //! As finish(), but there were more: a program at a socket reads an error and not an end, once this is deleted.
    void reset();

    //! Bytes that were taken and that the program has not got yet, as far as the kernel tells; else 0.
    [[nodiscard]] qint64 inKernel() const;
    [[nodiscard]] QString fault() const { return m_fault; }

Q_SIGNALS:
    void came(const QByteArray &message); //!< a byte FrameType::Data and what was read, at most kMaxData bytes
    void ended();                         //!< the program writes no more
    void failed(const QString &text);     //!< it can no longer be read
    void writable();

private:
    void read();
    void closeOutput();

    int m_input;
    int m_output;
    int m_inputFlags = -1; // as they were, of descriptors that others may share
    int m_outputFlags = -1;
    bool m_isSocket = false; // the output
    bool m_mayBlock = false; // the output
    bool m_hasEnded = false;
    QByteArray m_spare; // for the next read
    QString m_fault;
    QSocketNotifier m_readable;
    QSocketNotifier m_writable;
};

} // namespace relay::client::shell
