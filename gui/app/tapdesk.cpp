// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/tapdesk.h"

#include "gui/app/workspace.h"
#include "gui/inspect/inspectdock.h"
#include "gui/models/format.h"
#include "gui/tap/tapsdock.h"
#include "gui/views/statusstrip.h"

#include <QLocale>

namespace relay::gui {

namespace {

const QLatin1String kTopicTarget("topic ");
const QLatin1String kConnectionTarget("connection ");

} // namespace

TapDesk::TapDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_open(parts.client)
    , m_dock(new tap::TapsDock(parts.client, parts.theme, &parts.workspace))
{
    parts.workspace.addBottomDock(*m_dock, tap::TapsDock::kHeight);
    connect(&m_open, &client::OpenTaps::changed, this, &TapDesk::refresh);
    connect(m_dock, &tap::TapsDock::openCountChanged, this, &TapDesk::refresh);
    connect(&parts.client, &client::AdminClient::stateChanged, this, &TapDesk::refresh);
    connect(&parts.workspace, &Workspace::selectionMoved, this, &TapDesk::noteInspected);
    connect(&parts.workspace, &Workspace::inspectingChanged, this, &TapDesk::noteInspected);
    refresh();
}

std::optional<tap::Target> TapDesk::target() const
{
    const QVector<quint64> ids = m_parts.workspace.selectedIds();
    const QStringList topics = m_parts.workspace.selectedTopics();
    if (ids.size() == 1) {
        const client::Connection connection = m_parts.mirror.connections().value(ids.first());
        if (connection.id == 0)
            return std::nullopt;
        const bool sends = connection.role == QLatin1String("publisher");
        const bool reads = connection.role == QLatin1String("subscriber");
        return tap::Target { .connection = connection.id,
                             .topic = connection.topic,
                             .kind = connection.kind,
                             .peer = format::peer(connection.address),
                             .direction = sends ? QStringLiteral("in")
                                 : reads        ? QStringLiteral("out")
                                                : QStringLiteral("both") };
    }
    if (ids.isEmpty() && topics.size() == 1)
        return tap::Target { .topic = topics.first(), .kind = m_parts.mirror.topics().value(topics.first()).kind };
    return std::nullopt;
}

void TapDesk::openSelected()
{
    if (const auto wanted = target(); wanted && whyNotTap().isEmpty())
        m_dock->openTap(*wanted);
}

QString TapDesk::whyNotTap() const
{
    const client::ServerHello &hello = m_parts.client.hello();
    if (hello.role == QLatin1String("viewer"))
        return tr("Your role here is %1. To look at messages you need to be tap, operator or admin.").arg(hello.role);
    if (!hello.features.contains(QLatin1String("taps")))
        return tr("The relay cannot show messages: it is older than this window.");
    const auto wanted = target();
    if (wanted && wanted->kind == QLatin1String("stream"))
        return tr("What goes through a shell is never shown.");
    return {};
}

QString TapDesk::nameOf(const client::OpenTap &open) const
{
    QString what = open.target;
    if (what.startsWith(kTopicTarget)) {
        what = format::topic(what.mid(kTopicTarget.size()));
    } else if (what.startsWith(kConnectionTarget)) {
        const client::Connection connection
            = m_parts.mirror.connections().value(what.mid(kConnectionTarget.size()).toULongLong());
        if (connection.id != 0)
            what = format::topic(connection.topic);
    }
    //: who looks at which topic: "ben on spin35-st-video"
    return tr("%1 on %2").arg(format::isolated(open.user), format::isolated(what));
}

void TapDesk::refresh()
{
    const bool isOpen = m_parts.client.state() == client::AdminClient::State::Open;
    const QMap<quint64, client::OpenTap> &all = m_open.taps();
    QStringList names;
    int ours = 0;
    for (const client::OpenTap &open : all) {
        ours += open.user == m_parts.client.hello().user ? 1 : 0;
        const QString name = nameOf(open);
        if (!names.contains(name))
            names.append(name);
    }
    const int count = int(all.size());
    QString text;
    if (isOpen && count > 0 && ours == count)
        text = tr("%n tap(s) open by you", "Status bar", count);
    else if (isOpen && count > 0)
        //: %1 names the first: "ben on spin35-st-video"
        text = tr("%n tap(s) open: %1", "Status bar", count)
                   .arg(names.size() > 1 ? QString(names.first() + QStringLiteral(", …")) : names.value(0));
    m_parts.status.setTaps(text, names.join(QLatin1Char('\n')));
    noteInspected();
}

//! Who looks at the connection that is inspected, itself or through its topic.
void TapDesk::noteInspected()
{
    const client::Connection shown = m_parts.mirror.connections().value(m_parts.workspace.inspectDock().connection());
    QStringList users;
    for (const client::OpenTap &open : m_open.taps()) {
        const bool isOfIt = open.target == QString(kConnectionTarget + QString::number(shown.id))
            || open.target == QString(kTopicTarget + shown.topic);
        if (isOfIt && !users.contains(open.user))
            users.append(open.user);
    }
    m_parts.workspace.inspectDock().setTapNote(
        shown.id == 0 || users.isEmpty()
            ? QString()
            //: users who tap the inspected connection
            : tr("Messages are being looked at by %1.").arg(format::isolated(users.join(QStringLiteral(", ")))));
}

} // namespace relay::gui
