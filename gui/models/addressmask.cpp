// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/addressmask.h"

#include <QRegularExpression>
#include <QStringList>

namespace relay::gui {

namespace {

constexpr int kColonsOfSix = 7;
constexpr int kGroupsLeft = 3;

QString maskedSix(const QString &host)
{
    const QString leading = host.left(host.indexOf(QLatin1String("::"))); // what stands for zeros says no more
    return leading.split(QLatin1Char(':')).mid(0, kGroupsLeft).join(QLatin1Char(':')) + QStringLiteral(":x");
}

//! "12:03:07" has colons and hexadecimal digits, but is none.
bool isSix(const QString &host)
{
    return host.contains(QLatin1String("::")) || host.count(QLatin1Char(':')) == kColonsOfSix;
}

QString maskedSixes(const QString &text)
{
    // Alone or in brackets with a port; the last four bytes of it may be written as those of four.
    static const QRegularExpression form(
        QStringLiteral("(?<![\\w:.])\\[?([0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7}(?:(?:\\.\\d{1,3}){3})?)"
                       "(?:%\\w+)?(?:\\](?::\\d+)?)?(?:/128)?(?!/\\d|[\\w:])"));
    QString masked;
    qsizetype done = 0;
    for (auto all = form.globalMatch(text); all.hasNext();) {
        const QRegularExpressionMatch match = all.next();
        if (!isSix(match.captured(1)))
            continue;
        masked += QStringView(text).mid(done, match.capturedStart() - done);
        masked += maskedSix(match.captured(1));
        done = match.capturedEnd();
    }
    return masked + QStringView(text).mid(done);
}

} // namespace

QString maskedAddresses(const QString &text)
{
    static const QRegularExpression four(
        QStringLiteral("(?<![\\w.])(\\d{1,3}\\.\\d{1,3}\\.\\d{1,3})\\.\\d{1,3}(?::\\d+)?(?:/32)?(?!/\\d|\\.?\\w)"));
    QString masked = maskedSixes(text);
    return masked.replace(four, QStringLiteral("\\1.x"));
}

} // namespace relay::gui
