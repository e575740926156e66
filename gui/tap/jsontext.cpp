// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tap/jsontext.h"

namespace relay::gui::tap {

namespace {

constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

//! Bytes of the string that begins here, with both quotation marks.
qsizetype stringLength(QByteArrayView text)
{
    for (qsizetype i = 1; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            return i + 1;
    }
    return text.size();
}

//! Bytes of the object or array that begins here.
qsizetype containerLength(QByteArrayView text)
{
    qsizetype depth = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        switch (text[i]) {
        case '"': i += stringLength(text.sliced(i)) - 1; break;
        case '{':
        case '[': ++depth; break;
        case '}':
        case ']':
            if (--depth == 0)
                return i + 1;
            break;
        default: break;
        }
    }
    return text.size();
}

//! Bytes of the number or word that begins here.
qsizetype plainLength(QByteArrayView text)
{
    qsizetype length = 0;
    while (length < text.size() && !isBlank(text[length]) && text[length] != ',' && text[length] != ']'
           && text[length] != '}')
        ++length;
    return length;
}

} // namespace

JsonPieces::JsonPieces(QByteArrayView container)
    : m_rest(container)
{
    skipBlanks();
    m_isObject = m_rest.startsWith('{');
    m_rest = m_rest.sliced(m_rest.isEmpty() ? 0 : 1);
}

void JsonPieces::skipBlanks()
{
    while (!m_rest.isEmpty() && isBlank(m_rest.front()))
        m_rest = m_rest.sliced(1);
}

QByteArrayView JsonPieces::takeValue()
{
    skipBlanks();
    if (m_rest.isEmpty())
        return {};
    const char first = m_rest.front();
    const qsizetype length = first == '"' ? stringLength(m_rest)
        : first == '{' || first == '['    ? containerLength(m_rest)
                                          : plainLength(m_rest);
    const QByteArrayView value = m_rest.first(length);
    m_rest = m_rest.sliced(length);
    return value;
}

bool JsonPieces::next(JsonPiece &piece)
{
    skipBlanks();
    if (m_rest.startsWith(',')) {
        m_rest = m_rest.sliced(1);
        skipBlanks();
    }
    if (m_rest.isEmpty() || m_rest.front() == ']' || m_rest.front() == '}')
        return false;
    piece = {};
    if (m_isObject) {
        piece.name = takeValue();
        skipBlanks();
        if (!m_rest.startsWith(':'))
            return false;
        m_rest = m_rest.sliced(1);
    }
    piece.value = takeValue();
    return !piece.value.isEmpty();
}

QJsonValue::Type jsonType(QByteArrayView value)
{
    switch (value.isEmpty() ? '\0' : value.front()) {
    case '{': return QJsonValue::Object;
    case '[': return QJsonValue::Array;
    case '"': return QJsonValue::String;
    case 't':
    case 'f': return QJsonValue::Bool;
    case 'n': return QJsonValue::Null;
    case '\0': return QJsonValue::Undefined;
    default: return QJsonValue::Double;
    }
}

} // namespace relay::gui::tap
