// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/session/tokenfile.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace relay::client::session {

std::variant<QByteArray, QString> parseToken(const QByteArray &text)
{
    const QByteArray token = text.trimmed();
    if (token.isEmpty())
        return QStringLiteral("it is empty");
    // It goes into a header as it is: nothing that could end the line, and no blank after a word such as Bearer.
    if (!std::all_of(token.cbegin(), token.cend(), [](char c) { return c > ' ' && c < '\x7f'; }))
        return QStringLiteral("it is not one word of printable ASCII");
    return token;
}

TokenFile::TokenFile(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
{
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &TokenFile::look);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &TokenFile::look);
    watch();
}

std::variant<QByteArray, QString> TokenFile::read()
{
    auto token = load();
    const auto *good = std::get_if<QByteArray>(&token);
    m_last = good ? std::optional(*good) : std::nullopt;
    return token;
}

std::variant<QByteArray, QString> TokenFile::load() const
{
    constexpr qint64 kMost = 64 * 1024; // bytes: heads of requests are no longer
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("cannot read the token in %1: %2").arg(m_path, file.errorString());
    auto token = parseToken(file.read(kMost));
    if (const auto *fault = std::get_if<QString>(&token))
        return QStringLiteral("there is no token in %1: %2").arg(m_path, *fault);
    return token;
}

void TokenFile::watch()
{
    // A file that is replaced is watched no more, and one that is not there yet cannot be: the directory tells.
    if (m_watcher.directories().isEmpty())
        m_watcher.addPath(QFileInfo(m_path).absolutePath());
    if (m_watcher.files().isEmpty() && QFile::exists(m_path))
        m_watcher.addPath(m_path);
}

void TokenFile::look()
{
    watch();
    const auto token = load();
    const auto *good = std::get_if<QByteArray>(&token);
    if (good && *good != m_last)
        Q_EMIT changed();
}

} // namespace relay::client::session
