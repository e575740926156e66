// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/kicker.h"

#include "gui/dialogs/kickdialog.h"
#include "gui/models/format.h"

#include <QPointer>

namespace relay::gui {

Kicker::Kicker(client::Mirror &mirror, ConnectionModel &model, const Theme &theme, QWidget *window)
    : QObject(window)
    , m_mirror(mirror)
    , m_model(model)
    , m_theme(theme)
    , m_window(window)
{
}

void Kicker::kick(const QVector<quint64> &ids)
{
    if (ids.size() == 1)
        send(ids, QStringLiteral("closed by the operator")); // for the client, whose language we do not know
    else
        kickWithReason(ids);
}

void Kicker::kickWithReason(const QVector<quint64> &ids)
{
    QVector<client::Connection> targets;
    for (const quint64 id : ids)
        if (const auto it = m_mirror.connections().constFind(id); it != m_mirror.connections().cend())
            targets.append(*it);
    if (targets.isEmpty())
        return;
    auto *dialog = new dialogs::KickDialog(targets, m_relayName, m_theme, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, ids] { send(ids, dialog->reason()); });
    dialog->open();
}

QString Kicker::describe(const QVector<quint64> &ids) const
{
    const auto it = m_mirror.connections().constFind(ids.first());
    if (ids.size() == 1 && it != m_mirror.connections().cend())
        return tr("%1 on %2", "Connection that was kicked: address, topic")
            .arg(format::isolated(format::peer(it->address)), format::isolated(format::topic(it->topic)));
    return tr("%n connection(s)", "How many were kicked", static_cast<int>(ids.size()));
}

void Kicker::send(const QVector<quint64> &ids, const QString &reason)
{
    const QString what = describe(ids);
    m_model.expectKicked(ids);
    const QPointer<Kicker> self(this);
    m_mirror.kick(ids, reason, [self, ids, what](const client::KickResult &result) {
        if (!self.isNull())
            self->report(ids, what, result);
    });
}

void Kicker::report(const QVector<quint64> &ids, const QString &what, const client::KickResult &result)
{
    if (!result.errorText.isEmpty()) {
        m_model.forgetKicked(ids);
        Q_EMIT told(tr("Not kicked: %1.").arg(what), result.errorText);
        return;
    }
    if (result.kicked.isEmpty()) {
        Q_EMIT told(tr("Already gone: %1.").arg(what), tr("Nothing was closed."));
        return;
    }
    const QString also = result.gone.isEmpty()
        ? QString()
        : tr("%n had already gone.", "Of those to be kicked", static_cast<int>(result.gone.size()));
    Q_EMIT told(tr("Kicked: %1.").arg(what),
                (ids.size() == 1 ? tr("It may connect again.") : tr("They may connect again.")) + QLatin1Char(' ')
                    + also);
}

} // namespace relay::gui
