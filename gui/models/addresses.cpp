// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/addresses.h"

#include "gui/models/tableexport.h"

#include <QRegularExpression>

namespace relay::gui::addresses {

namespace {

bool s_areMasked = false;

//! Words between which an address may stand; a clock, "12:03:07", has no more than two colons and never two in a row.
bool looksLikeAnAddress(const QString &word)
{
    static const QRegularExpression four(QStringLiteral("^\\d{1,3}(\\.\\d{1,3}){3}(:\\d+)?$"));
    static const QRegularExpression six(QStringLiteral("^\\[?[0-9A-Fa-f:]+(%\\w+)?(\\](:\\d+)?)?$"));
    if (word.contains(QLatin1Char('.')))
        return four.match(word).hasMatch();
    const bool hasColons = word.contains(QLatin1String("::")) || word.count(QLatin1Char(':')) >= 7;
    return hasColons && six.match(word).hasMatch();
}

} // namespace

void setMasked(bool isMasked)
{
    s_areMasked = isMasked;
}

bool areMasked()
{
    return s_areMasked;
}

QString shown(const QString &address)
{
    return s_areMasked ? tableexport::maskedAddress(address) : address;
}

QString shownIn(const QString &text)
{
    if (!s_areMasked)
        return text;
    static const QRegularExpression candidate(QStringLiteral("[\\[\\]0-9A-Za-z:.%/]*[0-9A-Fa-f\\]]"));
    QString masked;
    qsizetype end = 0;
    for (auto it = candidate.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        // What says the kind stands before it: "address:192.0.2.7".
        static const QString kind = QStringLiteral("address:");
        const QString word = match.captured();
        const bool hasKind = word.startsWith(kind);
        const QString address = hasKind ? word.mid(kind.size()) : word;
        masked += QStringView(text).mid(end, match.capturedStart() - end);
        masked
            += looksLikeAnAddress(address) ? (hasKind ? kind : QString()) + tableexport::maskedAddress(address) : word;
        end = match.capturedEnd();
    }
    return masked + QStringView(text).mid(end);
}

} // namespace relay::gui::addresses
