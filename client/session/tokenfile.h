// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>

#include <optional>
#include <variant>

namespace relay::client::session {

//! A token without the blanks around it, or what is wrong with it; a fault never shows any of it. Pure.
[[nodiscard]] std::variant<QByteArray, QString> parseToken(const QByteArray &text);

/*!
 * A token in a file that others renew. It is read each time it is wanted; changed() tells when there is another one
 * than was read last, whether it was written in place or put there by renaming. One thread.
 */
class TokenFile : public QObject
{
    Q_OBJECT
public:
    explicit TokenFile(QString path, QObject *parent = nullptr);

    [[nodiscard]] std::variant<QByteArray, QString> read();
    //! Tells changed() now, if there is another one than was read last.
    void look();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] std::variant<QByteArray, QString> load() const;
    void watch();

    QString m_path;
    QFileSystemWatcher m_watcher;
    std::optional<QByteArray> m_last; // as it was read; none: there was no token
};

} // namespace relay::client::session
