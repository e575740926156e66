// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/filterfield.h"

#include "gui/models/status.h"
#include "gui/views/keybutton.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QStringListModel>
#include <QStyle>

namespace relay::gui {

using namespace metric;

namespace {

constexpr int kChipHeight = 20;

//! What can be asked for: names of terms, and the values of those that have few.
QStringList completions()
{
    QStringList all { QStringLiteral("topic:"),   QStringLiteral("address:"), QStringLiteral("agent:"),
                      QStringLiteral("booking:"), QStringLiteral("drops>0"),  QStringLiteral("queue>"),
                      QStringLiteral("rtt>"),     QStringLiteral("in>"),      QStringLiteral("out>") };
    for (const Status status : { Status::Dropping, Status::Slow, Status::Expiring, Status::Healthy, Status::Idle })
        all.append(QStringLiteral("status:") + statusFilter(status));
    for (const char *kind : { "video", "data", "shell" })
        all.append(QStringLiteral("kind:") + QString::fromLatin1(kind));
    for (const char *role : { "publisher", "subscriber", "both", "host", "client" })
        all.append(QStringLiteral("role:") + QString::fromLatin1(role));
    all.sort();
    return all;
}

} // namespace

FilterField::FilterField(const Theme &theme, QWidget *parent)
    : QLineEdit(parent)
    , m_theme(theme)
{
    setFixedHeight(kControl);
    setFont(theme.font(Theme::Type::Body));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    m_completer.setModel(new QStringListModel(completions(), &m_completer));
    m_completer.setModelSorting(QCompleter::CaseInsensitivelySortedModel);
    m_completer.setCaseSensitivity(Qt::CaseInsensitive);
    m_completer.setWidget(this); // not setCompleter(): that would complete the whole text, not a term
    connect(this, &QLineEdit::textEdited, this, &FilterField::offer);
    connect(&m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterField::take);
    retranslate();
}

void FilterField::setShownText(const QString &text)
{
    m_shownText = text;
    fitMargins();
    update();
}

void FilterField::setProblem(const QString &sentence)
{
    m_problem = sentence;
    setToolTip(
        sentence.isEmpty() ? tr(
            "Words, or topic: role: kind: status: address: agent: booking:, or drops> queue> rtt> in> out> and a number")
                           : sentence);
    update();
}

void FilterField::fitMargins()
{
    const QFontMetrics small(m_theme.font(Theme::Type::Small));
    const QFontMetrics caption(m_theme.font(Theme::Type::Caption));
    const int chip = caption.horizontalAdvance(m_keyText) + 2 * kKeyChipPadding;
    const int end = small.horizontalAdvance(m_shownText) + kSpace2 + chip + kSpace2;
    const int start = kSpace2 + kIcon + kSpace1;
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    setTextMargins(isRightToLeft ? end : start, 0, isRightToLeft ? start : end, 0);
}

std::pair<int, int> FilterField::termAtCursor() const
{
    const QString all = text();
    int begin = cursorPosition();
    int end = begin;
    while (begin > 0 && !all.at(begin - 1).isSpace())
        --begin;
    while (end < all.size() && !all.at(end).isSpace())
        ++end;
    return { begin, end };
}

void FilterField::offer()
{
    const auto [begin, end] = termAtCursor();
    const QString term = text().mid(begin, end - begin);
    m_completer.setCompletionPrefix(term);
    const bool isComplete
        = m_completer.completionCount() == 1 && m_completer.currentCompletion().compare(term, Qt::CaseInsensitive) == 0;
    if (term.isEmpty() || m_completer.completionCount() == 0 || isComplete) {
        m_completer.popup()->hide();
        return;
    }
    QRect place = cursorRect();
    place.setWidth(m_completer.popup()->sizeHintForColumn(0) + 2 * kSpace4);
    m_completer.complete(place);
}

//! In place of the term that is being typed.
void FilterField::take(const QString &completion)
{
    const auto [begin, end] = termAtCursor();
    setText(text().replace(begin, end - begin, completion));
    setCursorPosition(begin + static_cast<int>(completion.size()));
}

//! A tint over each term with a name; the text shines through.
void FilterField::paintChips()
{
    static const QRegularExpression named(QStringLiteral(
        "(?<![^\\s])(?:(?:topic|role|kind|status|address|agent|booking):[^\\s]+|(?:drops|queue|rtt|in|out)[<>=]+[^\\s]+)"));
    if (layoutDirection() == Qt::RightToLeft || text().isEmpty())
        return; // where a term stands is known only left to right
    const QFontMetrics metrics(font());
    const int origin = cursorRect().center().x() - metrics.horizontalAdvance(text().left(cursorPosition()));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(rect().adjusted(textMargins().left(), 0, -textMargins().right(), 0));
    painter.setCompositionMode(m_theme.isDark() ? QPainter::CompositionMode_Screen : QPainter::CompositionMode_Multiply);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tokens().accentFill);
    for (auto it = named.globalMatch(text()); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const int left = origin + metrics.horizontalAdvance(text().left(match.capturedStart()));
        const int width = metrics.horizontalAdvance(match.captured());
        painter.drawRoundedRect(QRect(left - 1, (height() - kChipHeight) / 2, width + 2, kChipHeight), kRadiusChip,
                                kRadiusChip);
    }
}

void FilterField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    paintChips();
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    const auto place = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    const QRect icon = place({ kSpace2, (height() - kIcon) / 2, kIcon, kIcon });
    const bool isBad = !m_problem.isEmpty();
    painter.drawPixmap(icon.topLeft(),
                       m_theme.pixmap(isBad ? QStringLiteral("slow") : QStringLiteral("filter"), kIcon,
                                      isBad ? t.slow : t.text2, devicePixelRatioF()));
    const QFont caption = m_theme.font(Theme::Type::Caption);
    const int chip = QFontMetrics(caption).horizontalAdvance(m_keyText) + 2 * kKeyChipPadding;
    drawKeyChip(painter, place({ width() - kSpace2 - chip, (height() - kKeyChipHeight) / 2, chip, kKeyChipHeight }),
                m_keyText, caption, t.text2, t.line);
    painter.setFont(m_theme.font(Theme::Type::Small));
    painter.setPen(t.text2);
    const int words = painter.fontMetrics().horizontalAdvance(m_shownText);
    painter.drawText(place({ width() - 2 * kSpace2 - chip - words, 0, words + 1, height() }), Qt::AlignVCenter,
                     m_shownText);
}

void FilterField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    if (text().isEmpty())
        Q_EMIT left();
    else
        clear();
}

void FilterField::retranslate()
{
    m_keyText = QKeySequence(QKeySequence::Find).toString(QKeySequence::NativeText); // keys have names in each language
    m_keyText.replace(QLatin1Char('+'), QLatin1Char(' '));
    fitMargins();
    setPlaceholderText(tr("Filter: %1", "Placeholder of the filter field, with an example")
                           .arg(QStringLiteral("topic:spin35 drops>0 rtt>200")));
    setAccessibleName(tr("Filter"));
    setProblem(m_problem);
}

void FilterField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::LayoutDirectionChange)
        fitMargins();
    QLineEdit::changeEvent(event);
}

} // namespace relay::gui
