// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

namespace relay::client::file {

enum class Mode {
    Text,   //!< a line for each message, with its time; binary ones in base64
    Binary, //!< the bytes of each message, and nothing between them
};

/*!
 * Writes what comes to a file, which is appended to, or to standard output. One thread.
 */
class Recorder
{
public:
    explicit Recorder(Mode mode)
        : m_mode(mode)
    {
    }

    //! Empty on success, else a sentence. "" and "-" are standard output.
    [[nodiscard]] QString open(const QString &path);
    //! The file under the same name, after the old one was moved away. Standard output stays.
    [[nodiscard]] QString reopen();

    //! Empty on success, else a sentence. What is written is with the system when it returns.
    [[nodiscard]] QString write(const QByteArray &payload, bool isText);
    [[nodiscard]] Mode mode() const { return m_mode; }

private:
    Mode m_mode;
    QFile m_file;
    bool m_isStandardOutput = true;
};

} // namespace relay::client::file
