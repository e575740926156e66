// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTranslator>

namespace relay::gui {

/*!
 * The language of the program: finds the translations that are built in, loads one, and sets direction and the form
 * of figures with it. Every widget hears of it by LanguageChange.
 */
class Language
{
public:
    Language() = default;
    ~Language();
    Language(const Language &) = delete;
    Language &operator=(const Language &) = delete;

    [[nodiscard]] static QStringList available();             //!< codes, "en" first
    [[nodiscard]] static QString nameOf(const QString &code); //!< in itself: "Deutsch"
    //! The one that fits best: what was asked for, else the desktop's, else English.
    [[nodiscard]] static QString best(const QString &wanted);

    void apply(const QString &code);
    [[nodiscard]] QString current() const { return m_current; }

private:
    QTranslator m_own;
    QTranslator m_qt;
    QString m_current;
};

} // namespace relay::gui
