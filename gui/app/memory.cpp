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

SavedViews &Memory::savedViews()
{
    if (!m_savedViews)
        recallViews(); // not before: the first ones are named in the language of the window
    return *m_savedViews;
}

void Memory::recallViews()
{
    m_savedViews = std::make_unique<SavedViews>();
    const QString key = QStringLiteral("views");
    if (m_settings.contains(key + QStringLiteral("/size"))) { // an empty list is one that somebody has emptied
        QVector<SavedView> views;
        const int size = m_settings.beginReadArray(key);
        for (int i = 0; i < size; ++i) {
            m_settings.setArrayIndex(i);
            views.append({ m_settings.value(QStringLiteral("name")).toString(),
                           m_settings.value(QStringLiteral("view")).toString(),
                           m_settings.value(QStringLiteral("filter")).toString(),
                           m_settings.value(QStringLiteral("columns")).toByteArray() });
        }
        m_settings.endArray();
        m_savedViews->setAll(views);
    }
    QObject::connect(m_savedViews.get(), &SavedViews::changed, m_savedViews.get(), [this] { rememberViews(); });
}

void Memory::rememberViews()
{
    const QString key = QStringLiteral("views");
    m_settings.remove(key);
    const QVector<SavedView> &views = m_savedViews->all();
    m_settings.beginWriteArray(key, static_cast<int>(views.size()));
    for (int i = 0; i < views.size(); ++i) {
        m_settings.setArrayIndex(i);
        m_settings.setValue(QStringLiteral("name"), views.at(i).name);
        m_settings.setValue(QStringLiteral("view"), views.at(i).view);
        m_settings.setValue(QStringLiteral("filter"), views.at(i).filter);
        m_settings.setValue(QStringLiteral("columns"), views.at(i).columns);
    }
    m_settings.endArray();
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
