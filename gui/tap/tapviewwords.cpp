// SPDX-License-Identifier: GPL-3.0-or-later
// What a TapView says in words: how far the tap is, what came, why nothing did.
#include "gui/tap/tapview.h"

#include "gui/models/format.h"
#include "gui/tap/tapsession.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace relay::gui::tap {

QString TapView::summary() const
{
    const quint64 texts = m_session->texts();
    const quint64 binaries = m_session->binaries();
    const qint64 bytes = m_session->bytes();
    const quint64 count = texts + binaries;
    if (count == 0)
        return {};
    QStringList lines;
    lines << tr("%1 messages: %2 text, %3 binary")
                 .arg(format::count(qint64(count)), format::count(qint64(texts)), format::count(qint64(binaries)));
    lines << tr("%1 bytes in all, %2 each on average").arg(format::count(bytes), format::count(bytes / qint64(count)));
    if (m_session->messages().perSecond() > 0)
        lines << tr("%1 messages a second").arg(QLocale().toString(m_session->messages().perSecond(), 'f', 1));
    lines << (m_session->feed().lost() == 0
                  ? tr("None lost: this is all that passed.")
                  : tr("%1 lost: more came than a tap takes.").arg(format::count(qint64(m_session->feed().lost()))));
    return lines.join(QLatin1Char('\n'));
}

QString TapView::notice() const
{
    if (m_session->messages().rowCount() > 0)
        return {};
    if (m_session->feed().isRefused())
        return m_session->feed().endReason();
    switch (m_session->feed().state()) {
    case TapFeed::State::Opening: return tr("Asking the relay.");
    case TapFeed::State::Open: return tr("Nothing came yet. What is sent from now on stands here.");
    case TapFeed::State::Ended: return tr("Nothing came while it was open.");
    }
    return {};
}

QString TapView::detail() const
{
    if (target().connection == 0)
        return tr("all publishers", "What a tap of a topic is of");
    const QString peer = format::isolated(target().peer);
    //: a tap: what the relay sends to an address, what an address sends, or both
    return target().direction == QLatin1String("out") ? tr("out to %1").arg(peer)
        : target().direction == QLatin1String("in")   ? tr("in from %1").arg(peer)
                                                      : tr("to and from %1").arg(peer);
}

QString TapView::endedText() const
{
    const QString reason = m_session->feed().endReason();
    if (m_session->feed().isRefused())
        return tr("not opened", "State of a tap");
    if (reason == QLatin1String("messages"))
        return tr("ended: %1 messages", "State of a tap").arg(format::count(m_session->feed().limits().messages));
    if (reason == QLatin1String("time"))
        return tr("ended: %1 min", "State of a tap").arg(m_session->feed().limits().seconds / 60);
    if (reason == QLatin1String("gone"))
        return tr("ended: it closed", "State of a tap");
    if (reason == QLatin1String("busy"))
        return tr("ended: the relay is busy", "State of a tap");
    if (reason == QLatin1String("lost"))
        return tr("ended: no contact", "State of a tap");
    return tr("stopped", "State of a tap");
}

QString TapView::progress() const
{
    if (!isOpen())
        return endedText();
    if (m_session->feed().state() == TapFeed::State::Opening)
        return {};
    const qint64 left = m_session->feed().endsAt() - QDateTime::currentMSecsSinceEpoch();
    const qint64 seconds = std::clamp<qint64>(left / 1000, 0, kMaxSeconds);
    //: how far a tap is: messages of how many, time left as minutes and seconds
    return tr("%1 of %2, %3 left")
        .arg(format::count(m_session->feed().messages()), format::count(m_session->feed().limits().messages),
             QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0')));
}

} // namespace relay::gui::tap
