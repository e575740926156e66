// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/connect/place.h"
#include "gui/models/savedviews.h"
#include "gui/theme/theme.h"

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QVector>

#include <memory>

namespace relay::gui {

//! What the window remembers from one run to the next. The only place that knows the names of the settings.
class Memory
{
public:
    //! In the usual place of the desktop.
    Memory();
    //! In this file: tests.
    explicit Memory(const QString &file);

    [[nodiscard]] QByteArray geometry() const { return bytes("window/geometry"); }
    void setGeometry(const QByteArray &state) { m_settings.setValue(QStringLiteral("window/geometry"), state); }
    [[nodiscard]] QByteArray connectionColumns() const { return bytes("tables/connections"); }
    void setConnectionColumns(const QByteArray &state)
    {
        m_settings.setValue(QStringLiteral("tables/connections"), state);
    }
    [[nodiscard]] QByteArray topicColumns() const { return bytes("tables/topics"); }
    void setTopicColumns(const QByteArray &state) { m_settings.setValue(QStringLiteral("tables/topics"), state); }
    //! Of the other tables, by the key of their view.
    [[nodiscard]] QByteArray columnsOf(const QString &view) const
    {
        return m_settings.value(QStringLiteral("tables/") + view).toByteArray();
    }
    void setColumnsOf(const QString &view, const QByteArray &state)
    {
        m_settings.setValue(QStringLiteral("tables/") + view, state);
    }
    [[nodiscard]] SavedViews &savedViews(); //!< remembers what is changed in it; asked for once there is a language
    [[nodiscard]] bool isRail() const { return m_settings.value(QStringLiteral("window/rail"), false).toBool(); }
    void setRail(bool isRail) { m_settings.setValue(QStringLiteral("window/rail"), isRail); }
    [[nodiscard]] bool masksAddresses() const
    {
        return m_settings.value(QStringLiteral("window/mask"), false).toBool();
    }
    void setMasksAddresses(bool isMasked) { m_settings.setValue(QStringLiteral("window/mask"), isMasked); }
    [[nodiscard]] Theme::Mode theme() const;
    void setTheme(Theme::Mode mode);
    [[nodiscard]] QString language() const { return m_settings.value(QStringLiteral("window/language")).toString(); }
    void setLanguage(const QString &code) { m_settings.setValue(QStringLiteral("window/language"), code); }
    //! The relays of the tabs when the window was last closed. Empty: as at the first start.
    [[nodiscard]] QVector<Place> openPlaces() const { return places("relays/open"); }
    void setOpenPlaces(const QVector<Place> &places) { setPlaces("relays/open", places); }
    //! Relays that were connected to, the latest first; at most 20.
    [[nodiscard]] QVector<Place> knownPlaces() const { return places("relays/known"); }
    void addKnownPlace(const Place &place);

private:
    [[nodiscard]] QVector<Place> places(const char *key) const;
    void setPlaces(const char *key, const QVector<Place> &places);
    [[nodiscard]] QByteArray bytes(const char *key) const
    {
        return m_settings.value(QString::fromLatin1(key)).toByteArray();
    }

    void recallViews();
    void rememberViews();

    QSettings m_settings;
    std::unique_ptr<SavedViews> m_savedViews;
};

} // namespace relay::gui
