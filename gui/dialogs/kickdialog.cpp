// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/kickdialog.h"

#include "gui/dialogs/kickchoices.h"
#include "gui/models/addresses.h"
#include "gui/models/format.h"
#include "gui/views/keybutton.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSet>
#include <QSignalBlocker>

#include <algorithm>

namespace relay::gui::dialogs {

using namespace metric;

namespace {

constexpr int kFirstPace = 10;
const QLatin1String kAllWord("ALL"); // the same in every language, as on the wire

} // namespace

bool feedsATopic(const client::Connection &connection)
{
    return connection.role == QLatin1String("publisher") || connection.role == QLatin1String("host");
}

KickDialog::KickDialog(const KickQuestion &question, const Theme &theme, QWidget *parent)
    : OrderDialog(question.targets, question.first == KickWhat::Kick ? QStringLiteral("kick") : QStringLiteral("deny"),
                  theme, parent)
    , m_question(question)
{
    build();
    refresh();
}

void KickDialog::build()
{
    m_choices = new KickChoices(m_question, theme(), this);
    insertAboveReason(m_choices);
    m_paceRow = new QWidget(this);
    m_paceLabel = new QLabel(m_paceRow);
    m_pace = new QComboBox(m_paceRow);
    m_paceWords = new QLabel(m_paceRow);
    m_paceWords->setWordWrap(true);
    m_paceLabel->setBuddy(m_pace);
    auto *row = new QHBoxLayout(m_paceRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kSpace3);
    row->addWidget(m_paceLabel);
    row->addWidget(m_pace);
    row->addWidget(m_paceWords, 1);
    insertBelowReason(m_paceRow);
    m_allLabel = new QLabel(this);
    m_allLabel->setWordWrap(true);
    m_all = new QLineEdit(this);
    m_all->setObjectName(QStringLiteral("all"));
    m_allLabel->setBuddy(m_all);
    insertBelowReason(m_allLabel);
    insertBelowReason(m_all);
    m_allLabel->setVisible(m_question.isEverything);
    m_all->setVisible(m_question.isEverything);
    m_trial = new QLabel(this);
    m_trial->setWordWrap(true);
    m_trial->hide();
    insertBelowReason(m_trial);
    m_try = new KeyButton(theme(), {}, this);
    m_try->setObjectName(QStringLiteral("try"));
    insertFooter(m_try);
    m_paceRow->setVisible(m_question.targets.size() > 1 && m_question.whyNotPace.isEmpty());
    m_try->setVisible(m_question.whyNotPace.isEmpty());
    fillPaces();
    m_pace->setCurrentIndex(
        m_question.targets.size() >= kPaceFrom && m_question.whyNotPace.isEmpty() ? m_pace->findData(kFirstPace) : 0);
    connect(m_choices, &KickChoices::changed, this, &KickDialog::refresh);
    connect(m_pace, &QComboBox::activated, this, &KickDialog::refresh);
    connect(m_all, &QLineEdit::textChanged, this, &KickDialog::refreshConfirm);
    connect(m_try, &QPushButton::clicked, this, [this] { Q_EMIT trialAsked(order()); });
}

void KickDialog::fillPaces()
{
    const QSignalBlocker quiet(m_pace);
    const int chosen = m_pace->count() == 0 ? 0 : m_pace->currentData().toInt();
    m_pace->clear();
    for (const int each : kPaces)
        m_pace->addItem(each == 0 ? tr("All at once", "Pace of a kick") : tr("%1 a second", "Pace of a kick").arg(each),
                        each);
    m_pace->setCurrentIndex(std::max(0, m_pace->findData(chosen)));
}

int KickDialog::pace() const
{
    return m_question.whyNotPace.isEmpty() && wanted().size() > 1 ? m_pace->currentData().toInt() : 0;
}

QVector<client::Connection> KickDialog::named() const
{
    QVector<client::Connection> all = m_question.targets;
    if (m_withoutPublishers)
        all.removeIf([](const client::Connection &each) { return feedsATopic(each); });
    return all;
}

//! Denied is the booking or the address, and with it all that it has.
QVector<client::Connection> KickDialog::wanted() const
{
    const QVector<client::Connection> chosen = named();
    return m_choices == nullptr ? chosen : chosen + furtherOf(m_question, m_choices->what(), chosen);
}

void KickDialog::refresh()
{
    setTargets(wanted());
    m_hasBookings = !bookingsOf(targets()).isEmpty();
    m_choices->describe(named());
    fillPaces();
    retranslate();
}

KickOrder KickDialog::order() const
{
    KickOrder order;
    order.what = m_choices->what();
    order.targets = wanted();
    order.reason = reason();
    order.perSecond = pace();
    order.holdSeconds = order.what == KickWhat::Hold ? m_choices->holdSeconds() : 0;
    order.denyForMs = order.what == KickWhat::DenyAddresses ? m_choices->denyForMs() : 0;
    return order;
}

void KickDialog::showTrial(const QString &text)
{
    m_trial->setText(text);
    m_trial->setVisible(!text.isEmpty());
    fitHeight();
}

bool KickDialog::mayConfirm() const
{
    return !wanted().isEmpty() && (!m_question.isEverything || m_all->text().trimmed() == kAllWord);
}

void KickDialog::setTight(bool isTight)
{
    m_choices->setTight(isTight);
}

QString KickDialog::explanation() const
{
    QStringList sentences;
    if (m_question.hasChanged)
        sentences << tr("The number has changed while you were asked; nothing was done.");
    if (m_question.gone > 0)
        sentences << tr("%n more connection(s) that you chose have closed meanwhile.", nullptr, m_question.gone);
    if (!m_question.filter.isEmpty())
        //: %1 is the text of the filter
        sentences
            << tr("Chosen by the filter %1. If the number has changed when you confirm, nothing happens and you are asked again.")
                   .arg(format::isolated(m_question.filter));
    else if (m_question.isEverything)
        sentences << tr("These are all connections of the relay: no filter is set.");
    if (m_question.isFrozen && (m_question.isEverything || !m_question.filter.isEmpty()))
        sentences << tr("The view is frozen: what came since is not among them.");
    if (sentences.isEmpty() || m_choices->what() == KickWhat::Kick)
        sentences << tr("A kick can’t be undone.");
    return sentences.join(QLatin1Char(' '));
}

QStringList KickDialog::sampleRow(const client::Connection &target) const
{
    const QString booking = target.bookingId.isEmpty() ? format::missing() : target.bookingId.left(8);
    return { addresses::shown(target.address), format::topic(target.topic),
             m_hasBookings ? booking : format::role(target.role),
             format::age(QDateTime::currentMSecsSinceEpoch() - target.openedAt) };
}

OrderWords KickDialog::words() const
{
    const QVector<client::Connection> targets = wanted();
    const int count = int(targets.size());
    const KickWhat what = m_choices->what();
    const bool isDenial = what == KickWhat::DenyBookings || what == KickWhat::DenyAddresses;
    OrderWords words;
    //: %1 is the name of the relay, in all three
    words.title = isDenial       ? tr("Kick and deny %n connection(s) on %1", nullptr, count)
        : what == KickWhat::Hold ? tr("Kick %n connection(s) from %1 and hold them off", nullptr, count)
                                 : tr("Kick %n connection(s) from %1", nullptr, count);
    words.title = words.title.arg(format::isolated(m_question.relayName));
    words.windowTitle
        = isDenial ? tr("Kick and deny %n connection(s)", nullptr, count) : tr("Kick %n connection(s)", nullptr, count);
    words.explanation = explanation();
    words.sampleName = tr("Connections that will be kicked");
    words.sampleHead = { tr("Address"), tr("Topic"), m_hasBookings ? tr("Booking") : tr("Role"), tr("Age") };
    words.reasonHint = tr("Sent to the clients with the close code 4000, and kept in the relay's log.");
    words.button = isDenial      ? tr("Kick and deny %n", "Button: the verb and the number of connections", count)
        : what == KickWhat::Hold ? tr("Kick and hold %n", "Button: the verb and the number of connections", count)
                                 : tr("Kick %n", "Button: the verb and the number of connections", count);
    words.buttonName = words.windowTitle;
    m_paceLabel->setText(tr("&Pace"));
    m_pace->setAccessibleName(tr("Pace"));
    const int perSecond = pace();
    m_paceWords->setText(perSecond == 0
                             ? tr("Those that come back all come back at once.")
                             : tr("about %1, so that they do not all come back at once", "How long a paced kick takes")
                                   .arg(format::age((qint64(count) + perSecond - 1) / perSecond * 1000)));
    if (perSecond > 0 && count > kKicksPerJob)
        m_paceWords->setText(m_paceWords->text() + QLatin1String(". ")
                             + tr("A relay takes %1 at a time: keep the window open until all are asked for.")
                                   .arg(format::count(kKicksPerJob)));
    //: %1 is the word ALL, which is not translated
    m_allLabel->setText(tr("Type %1 to kick every connection of the relay:").arg(kAllWord));
    m_all->setAccessibleName(m_allLabel->text());
    m_try->setText(tr("Try without acting"));
    m_try->setAccessibleName(m_try->text());
    m_try->setToolTip(tr("Ask the relay how many it would close now"));
    return words;
}

QString KickDialog::warningLink() const
{
    // Not when only publishers are left: then nothing would be. Those that a denial takes along cannot be left out.
    if (m_withoutPublishers)
        return {};
    const QVector<client::Connection> targets = named();
    const bool hasOthers = std::any_of(targets.begin(), targets.end(),
                                       [](const client::Connection &each) { return !feedsATopic(each); });
    return hasOthers ? tr("Leave them out", "Link: the publishers among those to be kicked") : QString();
}

void KickDialog::followWarningLink()
{
    m_withoutPublishers = true;
    refresh();
}

} // namespace relay::gui::dialogs
