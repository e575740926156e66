// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/guard/denydialog.h"

#include "gui/models/addresses.h"
#include "gui/models/format.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QGridLayout>
#include <QHostAddress>
#include <QLabel>
#include <QLineEdit>

namespace relay::gui::guard {

using namespace metric;

namespace {

constexpr int kHour = 3600;
constexpr int kTimes[] = { 0, 600, kHour, 8 * kHour, 24 * kHour, 7 * 24 * kHour };

} // namespace

bool isAddress(const QString &text)
{
    return !QHostAddress(text).isNull();
}

bool isNetwork(const QString &text)
{
    return text.contains(QLatin1Char('/')) && QHostAddress::parseSubnet(text).second >= 0;
}

bool isIn(const QString &address, const QString &addressOrNetwork)
{
    const QHostAddress peer(format::host(address));
    if (peer.isNull())
        return false;
    if (isNetwork(addressOrNetwork))
        return peer.isInSubnet(QHostAddress::parseSubnet(addressOrNetwork));
    const QHostAddress wanted(addressOrNetwork);
    return !wanted.isNull() && peer.isEqual(wanted, QHostAddress::ConvertV4MappedToIPv4);
}

DenyDialog::DenyDialog(const Parts &parts, const Theme &theme, QWidget *parent)
    : OrderDialog({}, QStringLiteral("deny"), theme, parent)
    , m_parts(parts)
{
    build();
    refresh();
    m_key->setFocus();
}

void DenyDialog::build()
{
    auto *fields = new QWidget(this);
    m_what = new QComboBox(fields);
    m_key = new QLineEdit(fields);
    m_key->setObjectName(QStringLiteral("key"));
    m_keyLabel = new QLabel(fields);
    m_keyLabel->setBuddy(m_key);
    m_time = new QComboBox(fields);
    m_timeLabel = new QLabel(fields);
    m_timeLabel->setBuddy(m_time);
    m_problem = new QLabel(fields);
    m_problem->setWordWrap(true);
    m_kicks = new QCheckBox(fields);
    m_kicks->setChecked(true);
    if (m_parts.isSecured)
        m_what->addItem(QString(), int(client::Denied::Booking));
    if (m_parts.isSecured && m_parts.whyNotAddresses.isEmpty())
        m_what->addItem(QString(), int(client::Denied::Subject));
    if (m_parts.whyNotAddresses.isEmpty())
        m_what->addItem(QString(), int(client::Denied::Address));
    for (const int seconds : kTimes)
        m_time->addItem(QString(), seconds);
    m_time->setCurrentIndex(m_parts.isSecured ? 0 : m_time->findData(kHour));
    auto *grid = new QGridLayout(fields);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(kSpace2);
    grid->setVerticalSpacing(kSpace2);
    grid->setColumnStretch(2, 1);
    grid->addWidget(m_keyLabel, 0, 0);
    grid->addWidget(m_what, 0, 1);
    grid->addWidget(m_key, 0, 2);
    grid->addWidget(m_problem, 1, 1, 1, 2);
    grid->addWidget(m_timeLabel, 2, 0);
    grid->addWidget(m_time, 2, 1);
    grid->addWidget(m_kicks, 2, 2);
    insertAboveReason(fields);
    connect(m_key, &QLineEdit::textChanged, this, &DenyDialog::refresh);
    connect(m_what, &QComboBox::currentIndexChanged, this, &DenyDialog::refresh);
    connect(m_kicks, &QCheckBox::toggled, this, &DenyDialog::refresh);
}

QString DenyDialog::key() const
{
    return m_key->text().trimmed();
}

client::Denied DenyDialog::what() const
{
    const auto chosen = static_cast<client::Denied>(m_what->currentData().toInt());
    return chosen == client::Denied::Address && key().contains(QLatin1Char('/')) ? client::Denied::Network : chosen;
}

qint64 DenyDialog::forMs() const
{
    return qint64(m_time->currentData().toInt()) * 1000;
}

QString DenyDialog::problem() const
{
    const QString text = key();
    if (text.isEmpty())
        return {};
    if (what() == client::Denied::Address && !isAddress(text))
        return tr("This is no address. An address is 192.0.2.7 or 2001:db8::1, a network 192.0.2.0/24.");
    if (what() == client::Denied::Network && !isNetwork(text))
        return tr("This is no network. A network is 192.0.2.0/24 or 2001:db8::/48.");
    return {};
}

QVector<client::Connection> DenyDialog::hit() const
{
    QVector<client::Connection> all;
    const QString text = key();
    if (text.isEmpty() || !problem().isEmpty())
        return all;
    for (const client::Connection &each : m_parts.mirror.connections()) {
        const bool isHit = what() == client::Denied::Booking ? each.bookingId == text
            : what() == client::Denied::Subject              ? false // the relay knows; the window does not
                                                             : isIn(each.address, text);
        if (isHit)
            all.append(each);
    }
    std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.id < b.id; });
    return all;
}

void DenyDialog::refresh()
{
    setTargets(m_kicks->isChecked() ? hit() : QVector<client::Connection>());
    retranslate();
}

client::DenyOrder DenyDialog::order() const
{
    client::DenyOrder order;
    order.what = what();
    order.key = key();
    order.until = forMs() == 0 ? 0 : QDateTime::currentMSecsSinceEpoch() + forMs();
    order.reason = reason();
    order.kicks = m_kicks->isChecked();
    return order;
}

bool DenyDialog::mayConfirm() const
{
    return !key().isEmpty() && problem().isEmpty() && m_what->count() > 0;
}

QStringList DenyDialog::sampleRow(const client::Connection &target) const
{
    return { addresses::shown(target.address), format::topic(target.topic), format::role(target.role),
             format::age(QDateTime::currentMSecsSinceEpoch() - target.openedAt) };
}

dialogs::OrderWords DenyDialog::words() const
{
    const int count = int(targets().size());
    dialogs::OrderWords words;
    words.windowTitle = tr("Add to the deny list");
    words.title = key().isEmpty()
        ? tr("Add to the deny list of %1").arg(format::isolated(m_parts.relayName))
        //: %1 is a booking or an address, %2 the name of the relay
        : tr("Deny %1 on %2").arg(format::isolated(key()), format::isolated(m_parts.relayName));
    words.explanation = key().isEmpty()
        ? tr("Who is on it is turned away. It can be undone; cutting connections can’t.")
        : what() == client::Denied::Subject
        ? tr("The connections of this subject are known to the relay only; it will say how many were cut.")
        : !m_kicks->isChecked() ? tr("Those that are connected stay until they leave by themselves.")
        : count == 0            ? tr("It has no connections now.")
                                : tr("%n connection(s) will be cut.", "What a denial does", count);
    words.sampleName = tr("Connections that will be cut");
    words.sampleHead = { tr("Address"), tr("Topic"), tr("Role"), tr("Age") };
    words.reasonHint = tr("For operators: kept in the deny list and in the log. The clients do not see it.");
    words.button = tr("Deny", "Button: put it on the deny list");
    words.buttonName = words.windowTitle;
    m_keyLabel->setText(tr("&What"));
    for (int i = 0; i < m_what->count(); ++i) {
        const auto each = static_cast<client::Denied>(m_what->itemData(i).toInt());
        m_what->setItemText(i,
                            each == client::Denied::Booking       ? tr("Booking", "What is to be denied")
                                : each == client::Denied::Subject ? tr("Subject", "What is to be denied")
                                                                  : tr("Address or network", "What is to be denied"));
    }
    for (int i = 0; i < m_time->count(); ++i) {
        const int seconds = m_time->itemData(i).toInt();
        const bool isBooking = what() == client::Denied::Booking;
        m_time->setItemText(i,
                            seconds != 0    ? format::age(qint64(seconds) * 1000)
                                : isBooking ? tr("as long as its tokens last")
                                            : tr("as long as is usual"));
    }
    m_timeLabel->setText(tr("&For", "How long something is denied"));
    m_what->setAccessibleName(tr("What kind of thing is denied"));
    m_key->setAccessibleName(tr("The booking, subject, address or network"));
    m_time->setAccessibleName(tr("How long it is denied"));
    m_kicks->setText(tr("Also close those that are connected"));
    m_problem->setText(problem());
    m_problem->setVisible(!problem().isEmpty());
    return words;
}

} // namespace relay::gui::guard
