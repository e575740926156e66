// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVector>

namespace relay::gui {

//! What an operator wants to see again: a view with its filter, its columns and its order.
struct SavedView
{
    QString name;
    QString view;       //!< key of the view, "connections"
    QString filter;     //!< as it was typed
    QByteArray columns; //!< of the view's table, sort order included; empty: as they come

    friend bool operator==(const SavedView &, const SavedView &) = default;
};

/*!
 * The saved views, in the order of the sidebar. Names are unique without regard to case. Pure but for its signal; whoever
 * remembers them stores all().
 */
class SavedViews : public QObject
{
    Q_OBJECT
public:
    explicit SavedViews(QObject *parent = nullptr);

    //! What there is before somebody has saved one.
    [[nodiscard]] static QVector<SavedView> defaults();

    void setAll(const QVector<SavedView> &views);
    [[nodiscard]] const QVector<SavedView> &all() const { return m_views; }
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] const SavedView *find(const QString &name) const;

    //! Adds it, or replaces the one of that name. False: the name is blank or too long.
    bool save(const SavedView &view);
    bool rename(const QString &from, const QString &to); //!< false: another has that name, or it is blank
    void remove(const QString &name);

    static constexpr int kLongestName = 60;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] qsizetype indexOf(const QString &name) const;

    QVector<SavedView> m_views;
};

} // namespace relay::gui
