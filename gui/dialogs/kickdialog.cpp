// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/kickdialog.h"

#include "gui/dialogs/dangerbutton.h"
#include "gui/dialogs/reason.h"
#include "gui/dialogs/sampletable.h"
#include "gui/dialogs/scrim.h"
#include "gui/models/format.h"
#include "gui/views/keybutton.h"
#include "ui_kickdialog.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QPainter>
#include <QSet>
#include <QShortcut>

#include <algorithm>

namespace relay::gui::dialogs {

namespace {

constexpr int kSampleRows = 4;
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

KickDialog::KickDialog(const QVector<client::Connection> &targets, const QString &relayName, const Theme &theme,
                       QWidget *parent)
    : QDialog(parent, Qt::Dialog | Qt::FramelessWindowHint)
    , m_ui(std::make_unique<Ui::KickDialog>())
    , m_targets(targets)
    , m_relayName(relayName)
    , m_theme(theme)
{
    m_ui->setupUi(this);
    build();
    retranslate();
    applyTheme();
    connect(&theme, &Theme::changed, this, &KickDialog::applyTheme);
    connect(m_ui->reason, &QLineEdit::textChanged, this, &KickDialog::limitReason);
    connect(m_cancel, &QPushButton::clicked, this, &KickDialog::reject);
    connect(m_kick, &QPushButton::clicked, this, &KickDialog::accept);
    for (int key : { Qt::Key_Return, Qt::Key_Enter })
        connect(new QShortcut(QKeySequence(Qt::CTRL | key), this), &QShortcut::activated, this, &KickDialog::accept);
    m_ui->reason->setFocus();
}

KickDialog::~KickDialog()
{
    delete m_scrim;
}

void KickDialog::build()
{
    m_cancel = new KeyButton(m_theme, {}, this);
    m_cancel->setKeyText(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    m_kick = new DangerButton(m_theme, QStringLiteral("kick"), this);
    m_ui->buttons->addWidget(m_cancel);
    m_ui->buttons->addWidget(m_kick);
    QWidget::setTabOrder(m_ui->reason, m_cancel);
    QWidget::setTabOrder(m_cancel, m_kick);
}

void KickDialog::applyTheme()
{
    const Tokens &tokens = m_theme.tokens();
    setFont(m_theme.font(Theme::Type::Body));
    m_ui->icon->setPixmap(m_theme.pixmap(QStringLiteral("kick"), metric::kIcon, tokens.text, devicePixelRatioF()));
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

void KickDialog::retranslate()
{
    m_ui->retranslateUi(this);
    const int count = int(m_targets.size());
    setWindowTitle(tr("Kick %n connection(s)", nullptr, count));
    //: %1 is the name of the relay
    m_ui->title->setText(tr("Kick %n connection(s) from %1", nullptr, count).arg(format::isolated(m_relayName)));
    m_ui->explanation->setText(count == 1 ? tr("It may connect again at once. A kick can’t be undone.")
                                          : tr("They may connect again at once. A kick can’t be undone."));
    m_cancel->setText(tr("Cancel"));
    m_kick->setText(tr("Kick %n", "Button: the verb and the number of connections", count));
    m_kick->setAccessibleName(tr("Kick %n connection(s)", nullptr, count));
    //: the name of a key
    m_kick->setToolTip(tr("Ctrl+Return"));
    fillSample();
    fillWarning();
    limitReason();
}

void KickDialog::fillSample()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    QVector<QStringList> rows;
    for (const client::Connection &target : m_targets.first(std::min<qsizetype>(kSampleRows, m_targets.size())))
        rows.append({ target.address, format::topic(target.topic), format::role(target.role),
                      format::age(now - target.openedAt) });
    m_ui->sample->showRows({ tr("Address"), tr("Topic"), tr("Role"), tr("Age") }, rows, moreText());
}

QString KickDialog::moreText() const
{
    const int more = int(m_targets.size()) - kSampleRows;
    if (more <= 0)
        return {};
    QSet<QString> topics;
    for (const client::Connection &target : m_targets)
        topics.insert(target.topic);
    //: below a sample of connections; %1 is "on 3 topics"
    return tr("and %n more, %1", nullptr, more).arg(tr("on %n topic(s) in all", nullptr, int(topics.size())));
}

void KickDialog::fillWarning()
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
    m_ui->warningText->setText(QLatin1String("<b>") + who + QLatin1String("</b> ") + what);
}

void KickDialog::limitReason()
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
    const QString sent = tr("Sent to the clients with the close code 4000.");
    //: how much may still be typed
    const QString room = tr("Room for %n more byte(s).", nullptr, left);
    m_ui->hint->setText(left > 40 ? sent : sent + QLatin1Char(' ') + room);
}

QString KickDialog::reason() const
{
    return m_ui->reason->text().trimmed();
}

void KickDialog::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isReturn) {
        QDialog::keyPressEvent(event);
        return;
    }
    if (event->modifiers() & Qt::ControlModifier)
        accept();
    else
        focusNextChild();
}

void KickDialog::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().panel);
    painter.setPen(m_theme.tokens().lineStrong);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void KickDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (!parentWidget())
        return;
    QWidget *window = parentWidget()->window();
    if (!m_scrim)
        m_scrim = new Scrim(window);
    layout()->activate();
    resize(kWidth, std::max(layout()->totalHeightForWidth(kWidth), layout()->totalMinimumSize().height()));
    const QPoint middle = window->mapToGlobal(window->rect().center());
    move(middle.x() - width() / 2, std::max(window->mapToGlobal(QPoint()).y(), middle.y() - height() * 2 / 3));
}

void KickDialog::hideEvent(QHideEvent *event)
{
    delete m_scrim;
    QDialog::hideEvent(event);
}

void KickDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace relay::gui::dialogs
