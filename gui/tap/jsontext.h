// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QJsonValue>

/*!
 * A JSON text as its sender wrote it: QJsonDocument sorts the members of an object and rounds long numbers. The text must
 * be valid, as QJsonDocument has found; of others nothing useful comes, but no harm. Pure.
 */
namespace relay::gui::tap {

//! A member of an object or an element of an array. Both point into the text.
struct JsonPiece
{
    QByteArrayView name;  //!< with its quotation marks; null: an element
    QByteArrayView value; //!< without blanks around it
};

//! Goes through the pieces of an object or an array, in their order, those with the same name included.
class JsonPieces
{
public:
    explicit JsonPieces(QByteArrayView container);

    [[nodiscard]] bool next(JsonPiece &piece);

private:
    [[nodiscard]] QByteArrayView takeValue();
    void skipBlanks();

    QByteArrayView m_rest;
    bool m_isObject = false;
};

[[nodiscard]] QJsonValue::Type jsonType(QByteArrayView value);

} // namespace relay::gui::tap
