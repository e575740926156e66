// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>

namespace relay::client::host {

/*!
 * The file of a rule: what goes out of this host is written there too. Begins empty, readable by its owner only. What
 * cannot be written keeps nothing from going out; fault() says why. One thread; waits for the disk.
 */
class CopyFile
{
public:
    //! An empty path: no file, and no fault. Never waits for somebody to read a pipe.
    [[nodiscard]] bool open(const QString &path);
    //! False once, when writing ends for good.
    [[nodiscard]] bool write(const QByteArray &payload);
    void close() { m_file.close(); }

    [[nodiscard]] bool isOpen() const { return m_file.isOpen(); }
    [[nodiscard]] QString fault() const { return m_fault; } //!< a sentence; empty: all was written

private:
    QFile m_file;
    QString m_path;
    QString m_fault;
};

} // namespace relay::client::host
