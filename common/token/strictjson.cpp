// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/token/strictjson.h"

#include <QJsonDocument>

namespace relay::token {

namespace {

//! Walks over strings and numbers only: how they nest, and whether they are UTF-8, Qt has checked.
class Lexemes
{
public:
    explicit Lexemes(QByteArrayView json)
        : m_json(json)
    {
    }

    bool areStrict()
    {
        while (m_at < m_json.size()) {
            const char c = peek();
            if (c == '"' ? !takeString() : startsNumber(c) ? !takeNumber() : !takeOther())
                return false;
        }
        return true;
    }

private:
    static bool isDigit(char c) { return c >= '0' && c <= '9'; }
    static bool startsNumber(char c) { return isDigit(c) || c == '-' || c == '+' || c == '.'; }

    char peek() const { return m_at < m_json.size() ? m_json[m_at] : '\0'; }
    bool take(char c)
    {
        const bool isThere = m_at < m_json.size() && m_json[m_at] == c;
        m_at += isThere ? 1 : 0;
        return isThere;
    }

    //! Signs, blanks and the words true, false and null. What is not ASCII, such as a byte order mark, belongs in strings.
    bool takeOther() { return static_cast<unsigned char>(m_json[m_at++]) < 0x80; }

    bool takeDigits()
    {
        const qsizetype start = m_at;
        while (isDigit(peek()))
            ++m_at;
        return m_at > start;
    }

    bool takeNumber() // section 6
    {
        take('-');
        if (!take('0') && !takeDigits())
            return false;
        if (take('.') && !takeDigits())
            return false;
        if (take('e') || take('E')) {
            if (!take('+'))
                take('-');
            return takeDigits();
        }
        return !startsNumber(peek()); // "01"
    }

    bool takeString() // section 7
    {
        ++m_at;
        while (m_at < m_json.size()) {
            const char c = m_json[m_at++];
            if (c == '"')
                return true;
            if (static_cast<unsigned char>(c) < 0x20 || (c == '\\' && !takeEscape()))
                return false;
        }
        return false;
    }

    bool takeEscape()
    {
        const char c = peek();
        ++m_at;
        if (c != 'u')
            return QByteArrayView("\"\\/bfnrt").contains(c);
        const auto unit = takeHex();
        if (!unit || QChar::isLowSurrogate(*unit))
            return false;
        if (!QChar::isHighSurrogate(*unit))
            return true;
        if (!take('\\') || !take('u'))
            return false;
        const auto second = takeHex();
        return second && QChar::isLowSurrogate(*second);
    }

    std::optional<char16_t> takeHex()
    {
        constexpr qsizetype kDigits = 4;
        if (m_json.size() - m_at < kDigits)
            return std::nullopt;
        bool isHex = false;
        const ushort unit = m_json.sliced(m_at, kDigits).toByteArray().toUShort(&isHex, 16);
        m_at += kDigits;
        return isHex ? std::optional(char16_t(unit)) : std::nullopt;
    }

    QByteArrayView m_json;
    qsizetype m_at = 0;
};

} // namespace

std::optional<QJsonObject> strictObject(QByteArrayView json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json.toByteArray());
    if (!document.isObject() || !Lexemes(json).areStrict())
        return std::nullopt;
    return document.object();
}

} // namespace relay::token
