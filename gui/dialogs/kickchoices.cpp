// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/kickchoices.h"

#include "gui/models/format.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace relay::gui::dialogs {

using namespace metric;

namespace {

const QVector<int> kHoldSeconds { 10, 30, 60, 300, 900, 3600 };
const QVector<int> kDenySeconds { 600, 3600, 8 * 3600, 24 * 3600 };
constexpr int kFirstHold = 60;
constexpr int kFirstDeny = 3600;

} // namespace

KickChoices::KickChoices(const KickQuestion &question, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_question(question)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_group(new QButtonGroup(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace1);
    column->addWidget(m_title);
    for (const KickWhat what : { KickWhat::Kick, KickWhat::Hold, KickWhat::DenyBookings, KickWhat::DenyAddresses })
        build(what, what == KickWhat::Hold || what == KickWhat::DenyAddresses);
    fillTimes(*m_rows[size_t(KickWhat::Hold)].time, kHoldSeconds, kFirstHold);
    fillTimes(*m_rows[size_t(KickWhat::DenyAddresses)].time, kDenySeconds, kFirstDeny);
    allow(KickWhat::Hold, true, question.whyNotHold);
    allow(KickWhat::DenyBookings, !bookingsOf(question.targets).isEmpty(), {});
    allow(KickWhat::DenyAddresses, true, question.whyNotDenyAddresses);
    QRadioButton *first = button(question.first);
    (first->isEnabled() ? first : button(KickWhat::Kick))->setChecked(true);
    describe(question.targets);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int, bool isOn) {
        if (isOn) {
            applyTheme();
            Q_EMIT changed();
        }
    });
    connect(&theme, &Theme::changed, this, &KickChoices::applyTheme);
    applyTheme();
}

void KickChoices::build(KickWhat what, bool hasTime)
{
    Row &row = m_rows[size_t(what)];
    row.button = new QRadioButton(this);
    row.sentence = new QLabel(this);
    row.sentence->setWordWrap(true);
    row.sentence->setTextFormat(Qt::PlainText);
    const int inset = style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth)
        + style()->pixelMetric(QStyle::PM_RadioButtonLabelSpacing); // below the words of the button
    row.sentence->setIndent(inset);
    m_group->addButton(row.button, int(what));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(kSpace2);
    line->addWidget(row.button);
    if (hasTime) {
        row.time = new QComboBox(this);
        line->addWidget(row.time);
        connect(row.time, &QComboBox::activated, this, [this, button = row.button] {
            button->setChecked(true);
            Q_EMIT changed();
        });
    }
    line->addStretch(1);
    static_cast<QVBoxLayout *>(layout())->addLayout(line);
    layout()->addWidget(row.sentence);
}

void KickChoices::fillTimes(QComboBox &box, const QVector<int> &seconds, int first)
{
    const QSignalBlocker quiet(&box);
    const int chosen = box.count() == 0 ? first : box.currentData().toInt();
    box.clear();
    for (const int each : seconds)
        box.addItem(format::age(qint64(each) * 1000), each);
    box.setCurrentIndex(std::max(0, box.findData(chosen)));
}

void KickChoices::allow(KickWhat what, bool isThere, const QString &whyNot)
{
    const Row &row = m_rows[size_t(what)];
    row.button->setVisible(isThere);
    row.sentence->setVisible(isThere);
    row.button->setEnabled(isThere && whyNot.isEmpty());
    row.button->setToolTip(whyNot);
    if (row.time != nullptr)
        row.time->setEnabled(row.button->isEnabled());
}

KickWhat KickChoices::what() const
{
    return static_cast<KickWhat>(m_group->checkedId());
}

int KickChoices::holdSeconds() const
{
    return m_rows[size_t(KickWhat::Hold)].time->currentData().toInt();
}

qint64 KickChoices::denyForMs() const
{
    return qint64(m_rows[size_t(KickWhat::DenyAddresses)].time->currentData().toInt()) * 1000;
}

QString KickChoices::furtherSentence(KickWhat what, const QVector<client::Connection> &named) const
{
    const int further = int(furtherOf(m_question, what, named).size());
    return further == 0 ? QString() : tr("It also cuts %n connection(s) that you did not choose.", nullptr, further);
}

QString KickChoices::bookingSentence(const QVector<client::Connection> &named) const
{
    qint64 latest = 0;
    int without = 0;
    for (const client::Connection &each : named) {
        latest = std::max(latest, each.bookingId.isEmpty() ? 0 : each.expiresAt);
        without += each.bookingId.isEmpty() ? 1 : 0;
    }
    QStringList sentences { furtherSentence(KickWhat::DenyBookings, named) };
    if (without > 0)
        sentences << tr("%n connection(s) have no booking: those are only kicked.", nullptr, without);
    sentences << (latest == 0 ? tr("The denial can be undone, the kick can’t.")
                              //: %1 is a date and time
                              : tr("The last one ends at %1. The denial can be undone, the kick can’t.")
                                    .arg(format::isolated(format::dateTime(latest))));
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

QString KickChoices::addressSentence(const QVector<client::Connection> &named) const
{
    QStringList sentences { addressesOf(named).size() == 1
                                ? tr("Hits everyone behind that address. The denial can be undone.")
                                : tr("Hits everyone behind the same addresses. The denials can be undone."),
                            furtherSentence(KickWhat::DenyAddresses, named) };
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

void KickChoices::describe(const QVector<client::Connection> &named)
{
    const bool isOne = named.size() == 1;
    const int bookings = int(bookingsOf(named).size());
    const int addresses = int(addressesOf(named).size());
    const auto say = [this](KickWhat what, const QString &words, const QString &sentence) {
        const Row &row = m_rows[size_t(what)];
        row.button->setText(words);
        row.button->setAccessibleDescription(sentence);
        row.sentence->setText(row.button->isEnabled() || row.button->toolTip().isEmpty() ? sentence
                                                                                         : row.button->toolTip());
    };
    m_title->setText(tr("What should happen"));
    say(KickWhat::Kick, tr("Kick only"),
        isOne ? tr("It may connect again at once, and most programs do.")
              : tr("They may connect again at once, and most programs do."));
    say(KickWhat::Hold, tr("Kick and hold off for", "A time follows: 30 s"),
        isOne ? tr("Until then its address may not come back to the same topic.")
              : tr("Until then their addresses may not come back to the same topics."));
    say(KickWhat::DenyBookings, tr("Kick and deny %n booking(s) until each expires", nullptr, bookings),
        bookingSentence(named));
    say(KickWhat::DenyAddresses, tr("Kick and deny %n address(es) for", "A time follows: 1 h 00", addresses),
        addressSentence(named));
    fillTimes(*m_rows[size_t(KickWhat::Hold)].time, kHoldSeconds, kFirstHold);
    fillTimes(*m_rows[size_t(KickWhat::DenyAddresses)].time, kDenySeconds, kFirstDeny);
    m_rows[size_t(KickWhat::Hold)].time->setAccessibleName(tr("How long they are held off"));
    m_rows[size_t(KickWhat::DenyAddresses)].time->setAccessibleName(tr("How long the addresses are denied"));
}

void KickChoices::setTight(bool isTight)
{
    for (const Row &row : m_rows)
        row.sentence->setVisible(!row.button->isHidden() && (!isTight || row.button->isChecked()));
    layout()->activate(); // or the dialog would hear of it only later
}

void KickChoices::applyTheme()
{
    const Tokens &t = m_theme.tokens();
    m_title->setFont(m_theme.boldFont(Theme::Type::Body));
    for (const Row &row : m_rows) {
        row.button->setFont(row.button->isChecked() ? m_theme.boldFont(Theme::Type::Body)
                                                    : m_theme.font(Theme::Type::Body));
        QPalette palette = row.sentence->palette();
        palette.setColor(QPalette::WindowText, row.button->isEnabled() ? t.text2 : t.text3);
        row.sentence->setForegroundRole(QPalette::WindowText);
        row.sentence->setPalette(palette);
        row.sentence->setFont(m_theme.font(Theme::Type::Small));
    }
}

} // namespace relay::gui::dialogs
