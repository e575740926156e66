// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/draindialog.h"

#include "gui/models/addresses.h"
#include "gui/models/format.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>

namespace relay::gui::dialogs {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds kDeadlines[] = { 30s, 2min, 5min, 15min, 1h };
constexpr int kFirst = 1;

} // namespace

DrainDialog::DrainDialog(const QVector<client::Connection> &targets, const QString &relayName, const Theme &theme,
                         QWidget *parent)
    : OrderDialog(targets, QStringLiteral("stop"), theme, parent)
    , m_relayName(relayName)
{
    auto *row = new QWidget(this);
    m_label = new QLabel(row);
    m_time = new QComboBox(row);
    m_label->setBuddy(m_time);
    for (const std::chrono::seconds each : kDeadlines)
        m_time->addItem(QString(), int(each.count()));
    m_time->setCurrentIndex(kFirst);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_label);
    line->addWidget(m_time);
    line->addStretch(1);
    insertBelowReason(row);
    hideReason();
    m_time->setFocus();
    retranslate();
}

std::chrono::milliseconds DrainDialog::deadline() const
{
    return std::chrono::seconds(m_time->currentData().toInt());
}

QStringList DrainDialog::sampleRow(const client::Connection &target) const
{
    return { addresses::shown(target.address), format::topic(target.topic), format::role(target.role),
             format::age(QDateTime::currentMSecsSinceEpoch() - target.openedAt) };
}

OrderWords DrainDialog::words() const
{
    const int count = int(targets().size());
    OrderWords words;
    words.windowTitle = tr("Drain the relay");
    //: %1 is the name of the relay
    words.title = tr("Drain %1, which has %n connection(s)", nullptr, count).arg(format::isolated(m_relayName));
    words.explanation
        = tr("From now on it lets nobody in. It closes its connections one after the other, then it ends. "
             "You can stop it as long as it runs; what is closed stays closed.");
    words.sampleName = tr("Connections that will be closed");
    words.sampleHead = { tr("Address"), tr("Topic"), tr("Role"), tr("Age") };
    for (int i = 0; i < m_time->count(); ++i)
        m_time->setItemText(i, format::age(qint64(m_time->itemData(i).toInt()) * 1000));
    m_label->setText(tr("At the &latest after"));
    m_time->setAccessibleName(tr("At the latest after"));
    words.button = tr("Drain %n", "Button: the verb and the number of connections", count);
    words.buttonName = words.windowTitle;
    return words;
}

} // namespace relay::gui::dialogs
