// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/kickdialog.h"

#include "gui/models/format.h"

#include <QDateTime>

namespace relay::gui::dialogs {

KickDialog::KickDialog(const QVector<client::Connection> &targets, const QString &relayName, const Theme &theme,
                       QWidget *parent)
    : OrderDialog(targets, QStringLiteral("kick"), theme, parent)
    , m_relayName(relayName)
{
    retranslate();
}

OrderWords KickDialog::words() const
{
    const int count = int(targets().size());
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    OrderWords words;
    words.windowTitle = tr("Kick %n connection(s)", nullptr, count);
    //: %1 is the name of the relay
    words.title = tr("Kick %n connection(s) from %1", nullptr, count).arg(format::isolated(m_relayName));
    words.explanation = count == 1 ? tr("It may connect again at once. A kick can’t be undone.")
                                   : tr("They may connect again at once. A kick can’t be undone.");
    words.sampleName = tr("Connections that will be kicked");
    words.sampleHead = { tr("Address"), tr("Topic"), tr("Role"), tr("Age") };
    for (const client::Connection &target : targets())
        words.sample.append({ target.address, format::topic(target.topic), format::role(target.role),
                              format::age(now - target.openedAt) });
    words.reasonHint = tr("Sent to the clients with the close code 4000.");
    words.button = tr("Kick %n", "Button: the verb and the number of connections", count);
    words.buttonName = tr("Kick %n connection(s)", nullptr, count);
    return words;
}

} // namespace relay::gui::dialogs
