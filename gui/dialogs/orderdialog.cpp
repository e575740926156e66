// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/orderdialog.h"

#include "gui/dialogs/dangerbutton.h"
#include "gui/dialogs/reason.h"
#include "gui/dialogs/sampletable.h"
#include "gui/dialogs/scrim.h"
#include "gui/dialogs/targetlist.h"
#include "gui/models/format.h"
#include "gui/views/keybutton.h"
#include "ui_orderdialog.h"

#include <QKeyEvent>
#include <QPainter>
#include <QSet>
#include <QShortcut>

#include <algorithm>

namespace relay::gui::dialogs {

namespace {

constexpr int kWidth = 640;

void setColors(QWidget *widget, const QColor &ground, const QColor &text)
{
    QPalette palette = widget->palette();
    palette.setColor(QPalette::Window, ground);
    palette.setColor(QPalette::WindowText, text);
    widget->setBackgroundRole(QPalette::Window);
    widget->setForegroundRole(QPalette::WindowText);
    widget->setPalette(palette);
}

bool isPublisher(const client::Connection &connection)
{
    return connection.role == QLatin1String("publisher") || connection.role == QLatin1String("host");
}

} // namespace

OrderDialog::OrderDialog(const QVector<client::Connection> &targets, const QString &iconName, const Theme &theme,
                         QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_ui(std::make_unique<Ui::OrderDialog>())
    , m_targets(targets)
    , m_iconName(iconName)
    , m_theme(theme)
{
    m_ui->setupUi(this);
    build();
    applyTheme();
    connect(&theme, &Theme::changed, this, &OrderDialog::applyTheme);
    connect(m_ui->reason, &QLineEdit::textChanged, this, &OrderDialog::limitReason);
    connect(m_cancel, &QPushButton::clicked, this, &OrderDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &OrderDialog::confirm);
    for (int key : { Qt::Key_Return, Qt::Key_Enter })
        connect(new QShortcut(QKeySequence(Qt::CTRL | key), this), &QShortcut::activated, this, &OrderDialog::confirm);
    connect(m_ui->warningText, &QLabel::linkActivated, this, [this] { followWarningLink(); });
    m_ui->reason->setFocus();
}

OrderDialog::~OrderDialog()
{
    delete m_scrim;
}

void OrderDialog::build()
{
    m_cancel = new KeyButton(m_theme, {}, this);
    m_cancel->setKeyText(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    m_confirm = new DangerButton(m_theme, m_iconName, this);
    m_all = new TargetList(m_theme, this);
    m_all->hide();
    m_ui->content->insertWidget(m_ui->content->indexOf(m_ui->sample) + 1, m_all);
    connect(m_ui->sample, &SampleTable::allAsked, this, [this] { showAll(true); });
    connect(m_all, &TargetList::fewerAsked, this, [this] { showAll(false); });
    QWidget::setTabOrder(m_all, m_ui->reason);
    m_ui->buttons->addWidget(m_cancel);
    m_ui->buttons->addWidget(m_confirm);
    QWidget::setTabOrder(m_ui->reason, m_cancel);
    QWidget::setTabOrder(m_cancel, m_confirm);
}

void OrderDialog::confirm()
{
    if (mayConfirm())
        accept();
}

void OrderDialog::refreshConfirm()
{
    m_confirm->setEnabled(mayConfirm());
}

void OrderDialog::insertAboveReason(QWidget *widget)
{
    m_ui->content->insertWidget(m_ui->content->indexOf(m_ui->reasonLayout), widget);
    QWidget::setTabOrder(widget, m_ui->reason);
}

void OrderDialog::insertBelowReason(QWidget *widget)
{
    m_ui->content->addWidget(widget);
}

void OrderDialog::hideReason()
{
    for (QWidget *part : std::initializer_list<QWidget *> { m_ui->reasonLabel, m_ui->reason, m_ui->hint })
        part->hide();
}

void OrderDialog::insertFooter(QWidget *widget)
{
    m_ui->buttons->insertWidget(0, widget);
}

void OrderDialog::applyTheme()
{
    const Tokens &tokens = m_theme.tokens();
    setFont(m_theme.font(Theme::Type::Body));
    m_ui->icon->setPixmap(m_theme.pixmap(m_iconName, metric::kIcon, tokens.text, devicePixelRatioF()));
    m_ui->title->setFont(m_theme.boldFont(Theme::Type::Title));
    setColors(m_ui->explanation, tokens.panel, tokens.text);
    m_ui->sample->setTheme(m_theme);
    setColors(m_ui->warning, tokens.slowFill, tokens.text);
    m_ui->warningIcon->setPixmap(
        m_theme.pixmap(QStringLiteral("slow"), metric::kIcon, tokens.slow, devicePixelRatioF()));
    setColors(m_ui->hint, tokens.panel, tokens.text2);
    m_ui->hint->setFont(m_theme.font(Theme::Type::Small));
    setColors(m_ui->footer, tokens.window, tokens.text);
    update();
}

void OrderDialog::retranslate()
{
    m_ui->retranslateUi(this);
    const OrderWords words = this->words();
    setWindowTitle(words.windowTitle);
    m_ui->title->setText(words.title);
    m_ui->explanation->setText(words.explanation);
    fillSample(words);
    m_reasonHint = words.reasonHint;
    m_ui->reason->setAccessibleDescription(m_reasonHint);
    m_cancel->setText(tr("Cancel"));
    m_confirm->setText(words.button);
    m_confirm->setAccessibleName(words.buttonName);
    //: the name of a key
    m_confirm->setToolTip(tr("Ctrl+Return"));
    fillWarning();
    limitReason();
    refreshConfirm();
    fitHeight();
}

void OrderDialog::fillSample(const OrderWords &words)
{
    QVector<QStringList> rows;
    for (const client::Connection &target : m_targets.first(std::min<qsizetype>(kSampleRows, m_targets.size())))
        rows.append(sampleRow(target));
    m_showsAll = m_showsAll && m_targets.size() > kSampleRows;
    m_ui->sample->setAccessibleName(words.sampleName);
    m_ui->sample->showRows(words.sampleHead, rows, moreText());
    m_ui->sample->setVisible(!rows.isEmpty() && !m_showsAll);
    m_all->setVisible(m_showsAll);
    if (!m_showsAll)
        return;
    m_all->setName(words.sampleName);
    m_all->showTargets(words.sampleHead, m_targets,
                       [this](const client::Connection &target) { return sampleRow(target); });
}

void OrderDialog::showAll(bool isAll)
{
    m_showsAll = isAll;
    fillSample(words());
    isAll ? m_all->setFocus(Qt::OtherFocusReason) : m_ui->reason->setFocus(Qt::OtherFocusReason);
    fitHeight();
}

QString OrderDialog::moreText() const
{
    const int more = int(m_targets.size()) - kSampleRows;
    if (more <= 0)
        return {};
    QSet<QString> topics;
    for (const client::Connection &target : m_targets)
        topics.insert(target.topic);
    QSet<QString> bookings;
    for (const client::Connection &target : m_targets)
        if (!target.bookingId.isEmpty())
            bookings.insert(target.bookingId);
    QString where = tr("on %n topic(s) in all", nullptr, int(topics.size()));
    if (!bookings.isEmpty())
        //: %1 is "on 3 topics in all"
        where = tr("%1, with %n booking(s)", nullptr, int(bookings.size())).arg(where);
    //: below a sample of connections; %1 is "on 3 topics in all"
    return tr("and %n more, %1", nullptr, more).arg(where);
}

void OrderDialog::fillWarning()
{
    QStringList topics;
    int publishers = 0;
    for (const client::Connection &target : m_targets) {
        publishers += isPublisher(target) ? 1 : 0;
        if (isPublisher(target) && !topics.contains(target.topic))
            topics.append(target.topic);
    }
    m_ui->warning->setVisible(publishers > 0);
    if (publishers == 0)
        return;
    const QString what = topics.size() == 1
        ? tr("%1 may go dark.").arg(format::isolated(format::topic(topics.first())).toHtmlEscaped())
        : tr("%n topic(s) may go dark.", nullptr, int(topics.size()));
    const QString who
        = m_targets.size() == 1 ? tr("This is a publisher:") : tr("%n publisher(s) among them:", nullptr, publishers);
    const QString link = warningLink();
    m_ui->warningText->setText(
        QLatin1String("<b>") + who + QLatin1String("</b> ") + what
        + (link.isEmpty() ? QString()
                          : QString(QLatin1String(" <a href=\"#\">") + link.toHtmlEscaped() + QLatin1String("</a>"))));
}

void OrderDialog::limitReason()
{
    const QString text = m_ui->reason->text();
    const QString cut = cutToBytes(text, kReasonBytes);
    if (cut != text) {
        const int cursor = std::min<int>(m_ui->reason->cursorPosition(), int(cut.size()));
        m_ui->reason->setText(cut); // comes back here
        m_ui->reason->setCursorPosition(cursor);
        return;
    }
    const int left = kReasonBytes - int(text.toUtf8().size());
    //: how much may still be typed
    const QString room = tr("Room for %n more byte(s).", nullptr, left);
    m_ui->hint->setText(left > 40 ? m_reasonHint : QString(m_reasonHint + QLatin1Char(' ') + room));
}

QString OrderDialog::reason() const
{
    return m_ui->reason->text().trimmed();
}

void OrderDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isReturn) {
        QDialog::keyPressEvent(event);
        return;
    }
    if (event->modifiers() & Qt::ControlModifier)
        confirm();
    else
        focusNextChild();
}

void OrderDialog::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().panel);
    painter.setPen(m_theme.tokens().lineStrong);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void OrderDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (!parentWidget())
        return;
    QWidget *window = parentWidget()->window();
    if (!m_scrim)
        m_scrim = new Scrim(window);
    fitHeight();
    const QPoint middle = window->mapToGlobal(window->rect().center());
    move(middle.x() - width() / 2, std::max(window->mapToGlobal(QPoint()).y(), middle.y() - height() * 2 / 3));
}

int OrderDialog::neededHeight() const
{
    layout()->activate();
    return std::max(layout()->totalHeightForWidth(kWidth), layout()->totalMinimumSize().height());
}

void OrderDialog::fitHeight()
{
    if (!isVisible())
        return;
    m_all->giveUpRows(0);
    setTight(false);
    const int room = parentWidget() == nullptr ? QWIDGETSIZE_MAX : parentWidget()->window()->height();
    if (const int over = neededHeight() - room; m_showsAll && over > 0)
        m_all->giveUpRows(over / TargetList::kRowHeight + 1);
    if (neededHeight() > room)
        setTight(true);
    resize(kWidth, neededHeight());
}

void OrderDialog::hideEvent(QHideEvent *event)
{
    delete m_scrim;
    QDialog::hideEvent(event);
}

void OrderDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace relay::gui::dialogs
