// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/memory.h"

#include <QMetaEnum>

namespace relay::gui {

Memory::Memory()
    : m_settings(QStringLiteral("relay"), QStringLiteral("relay-dashboard"))
{
}

Memory::Memory(const QString &file)
    : m_settings(file, QSettings::IniFormat)
{
}

Theme::Mode Memory::theme() const
{
    const QByteArray name = m_settings.value(QStringLiteral("window/theme")).toString().toLatin1();
    bool isKnown = false;
    const int mode = QMetaEnum::fromType<Theme::Mode>().keyToValue(name.constData(), &isKnown);
    return isKnown ? static_cast<Theme::Mode>(mode) : Theme::Mode::System;
}

void Memory::setTheme(Theme::Mode mode)
{
    m_settings.setValue(QStringLiteral("window/theme"),
                        QString::fromLatin1(QMetaEnum::fromType<Theme::Mode>().valueToKey(static_cast<int>(mode))));
}

QVector<Place> Memory::places(const char *key) const
{
    QVector<Place> places;
    const QStringList texts = m_settings.value(QString::fromLatin1(key)).toStringList();
    for (const QString &text : texts)
        if (const auto place = Place::fromText(text)) // anybody may have written into the file
            places.append(*place);
    return places;
}

void Memory::setPlaces(const char *key, const QVector<Place> &places)
{
    QStringList texts;
    for (const Place &place : places)
        texts.append(place.text());
    m_settings.setValue(QString::fromLatin1(key), texts);
}

void Memory::addKnownPlace(const Place &place)
{
    constexpr qsizetype kMost = 20;
    QVector<Place> known = knownPlaces();
    known.removeAll(place);
    known.prepend(place);
    setPlaces("relays/known", known.first(qMin(kMost, known.size())));
}

} // namespace relay::gui
