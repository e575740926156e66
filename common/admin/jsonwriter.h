// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>

#include <cstdint>

namespace relay::admin {

/*!
 * Appends JSON to a byte array, for the rows that a snapshot or delta has by the thousand: about eight times faster
 * than building a QJsonArray first. The caller keeps brackets balanced; commas are put here. Pure.
 */
class JsonWriter
{
public:
    void beginArray();
    void endArray();
    void beginObject();
    void endObject();
    void key(QByteArrayView asciiName);
    void number(std::int64_t value);
    void number(std::uint64_t value);
    void number(int value) { number(std::int64_t { value }); }
    void decimal(double value); //!< up to three places; not finite is written as null
    void boolean(bool value);
    void text(QStringView value);
    void utf8(QByteArrayView value); //!< must be valid UTF-8, which topics and paths are
    void raw(QByteArrayView json);   //!< a finished value

    [[nodiscard]] qsizetype size() const { return m_out.size(); }
    [[nodiscard]] const QByteArray &bytes() const { return m_out; }
    [[nodiscard]] QByteArray take();
    //! Forgets what was written after this size; only between complete elements of one array.
    void truncate(qsizetype size);

private:
    void separate();

    QByteArray m_out;
};

} // namespace relay::admin
