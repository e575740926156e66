// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/language.h"

#include <QDir>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace relay::gui {

namespace {

const auto kFolder = QLatin1String(":/i18n/");
const auto kPrefix = QLatin1String("relay_");

} // namespace

Language::~Language()
{
    if (QCoreApplication::instance() == nullptr)
        return;
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

QStringList Language::available()
{
    QStringList codes { QStringLiteral("en") };
    const QStringList files = QDir(kFolder).entryList({ kPrefix + QLatin1String("*.qm") }, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const QString code = file.mid(kPrefix.size()).chopped(3);
        if (!codes.contains(code))
            codes.append(code);
    }
    return codes;
}

QString Language::nameOf(const QString &code)
{
    const QString name = QLocale(code).nativeLanguageName();
    if (code == QLatin1String("en"))
        return QStringLiteral("English");
    return name.isEmpty() ? code : name.left(1).toUpper() + name.mid(1);
}

QString Language::best(const QString &wanted)
{
    const QStringList codes = available();
    QStringList wishes { wanted };
    wishes += QLocale::system().uiLanguages();
    for (const QString &wish : std::as_const(wishes)) {
        const QString language
            = QString(wish).replace(QLatin1Char('_'), QLatin1Char('-')).section(QLatin1Char('-'), 0, 0);
        if (!language.isEmpty() && codes.contains(language))
            return language;
    }
    return codes.first();
}

void Language::apply(const QString &code)
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    m_current = code;
    const QLocale locale(code);
    const bool isRightToLeft = locale.textDirection() == Qt::RightToLeft;
    // Figures keep Latin digits everywhere: they stand in columns beside addresses and names.
    const bool isLikeEnglish = isRightToLeft || code == QLatin1String("en");
    QLocale::setDefault(isLikeEnglish ? QLocale(QLocale::English, QLocale::UnitedKingdom) : locale);
    QGuiApplication::setLayoutDirection(isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    if (m_qt.load(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
    // English has a file of its own for plural forms.
    if (m_own.load(kFolder + kPrefix + code + QLatin1String(".qm")))
        QCoreApplication::installTranslator(&m_own);
}

} // namespace relay::gui
