// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/jobstrip.h"

#include "gui/models/format.h"
#include "gui/views/keybutton.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace relay::gui {

using namespace metric;

namespace {

constexpr QSize kBarSize { 240, 8 };

//! A flat bar, from the leading edge on.
class FlatBar : public QWidget
{
public:
    FlatBar(const Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setFixedHeight(kBarSize.height());
        setMinimumWidth(kBarSize.width() / 3);
        setMaximumWidth(kBarSize.width());
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    void setShare(double share)
    {
        m_share = std::clamp(share, 0.0, 1.0);
        update();
    }
    [[nodiscard]] QSize sizeHint() const override { return kBarSize; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.tokens().grid);
        const QRect full(0, 0, int(width() * m_share), height());
        painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), full), m_theme.tokens().accent);
    }

private:
    const Theme &m_theme;
    double m_share = 0;
};

} // namespace

JobStrip::JobStrip(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_bar(new FlatBar(theme, this))
    , m_words(new QLabel(this))
    , m_pace(new QLabel(this))
    , m_stop(new KeyButton(theme, QStringLiteral("stop"), this))
{
    setFixedHeight(kBar);
    m_stop->setObjectName(QStringLiteral("stopJob"));
    m_title->setTextFormat(Qt::PlainText);
    m_pace->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kSpace3, 0, kSpace3, 0);
    row->setSpacing(kSpace3);
    row->addSpacing(kSpace4 - kSpace3 + kIcon + kSpace2); // right-to-left mirrors spaces, but no margins
    row->addWidget(m_title);
    row->addWidget(m_bar, 1);
    row->addWidget(m_words);
    row->addWidget(m_pace, 2);
    row->addWidget(m_stop);
    connect(m_stop, &QPushButton::clicked, this, &JobStrip::stopAsked);
    connect(&theme, &Theme::changed, this, &JobStrip::applyTheme);
    applyTheme();
}

void JobStrip::applyTheme()
{
    m_title->setFont(m_theme.boldFont(Theme::Type::Body));
    QPalette palette = m_pace->palette();
    palette.setColor(QPalette::WindowText, m_theme.tokens().text2);
    m_pace->setForegroundRole(QPalette::WindowText);
    m_pace->setPalette(palette);
    update();
}

void JobStrip::showJob(const client::Job &job)
{
    m_job = job;
    static_cast<FlatBar *>(m_bar)->setShare(job.total == 0 ? 1 : double(job.done + job.gone) / job.total);
    refresh();
}

void JobStrip::setWhyNotStop(const QString &reason)
{
    m_whyNot = reason;
    refresh();
}

void JobStrip::setOurs(bool isOurs)
{
    m_isOurs = isOurs;
    refresh();
}

void JobStrip::setHasKey(bool hasKey)
{
    m_stop->setKeyText(hasKey ? QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText) : QString());
}

void JobStrip::setLater(int later)
{
    m_later = later;
    refresh();
}

QString JobStrip::title() const
{
    const QString by = m_job.by.isEmpty() || m_isOurs ? QString() : format::isolated(m_job.by);
    if (m_job.kind == QLatin1String("drain"))
        return tr("Draining the relay", "Strip of a job");
    if (m_job.state == QLatin1String("cancelled"))
        return tr("Stopped", "Strip of a job");
    if (m_job.state == QLatin1String("failed"))
        return tr("Failed", "Strip of a job");
    if (!m_job.isRunning())
        return tr("Done", "Strip of a job");
    return by.isEmpty() ? tr("Kicking %n", "Strip of a job", m_job.total)
                        //: a user, and how many connections
                        : tr("%1 kicks %n", "Strip of a job", m_job.total).arg(by);
}

QString JobStrip::pace() const
{
    if (!m_job.isRunning())
        return m_job.state == QLatin1String("failed") ? m_job.text : QString();
    return m_job.endsInMs > 0 ? tr("about %1 left", "Strip of a job").arg(format::age(m_job.endsInMs + 999))
                              : QString();
}

QString JobStrip::words() const
{
    QStringList parts { tr("%1 closed", "Strip of a job").arg(format::count(m_job.done)) };
    if (m_job.gone > 0)
        parts << tr("%1 already gone", "Strip of a job").arg(format::count(m_job.gone));
    const int left = m_job.total - m_job.done - m_job.gone;
    if (left > 0)
        parts << (m_job.isRunning() ? tr("%1 to go", "Strip of a job") : tr("%1 left as they are", "Strip of a job"))
                     .arg(format::count(left));
    if (m_later > 0 && m_job.isRunning())
        parts << tr("then %1 more", "Strip of a job: connections that follow when it is done")
                     .arg(format::count(m_later));
    return format::enumeration(parts);
}

void JobStrip::refresh()
{
    m_title->setText(title());
    m_words->setText(words());
    m_pace->setText(pace());
    m_stop->setVisible(m_job.isRunning());
    m_stop->setText(m_job.kind == QLatin1String("drain") ? tr("Stop draining") : tr("Stop the rest"));
    m_stop->setAccessibleName(m_stop->text());
    m_stop->setEnabled(m_whyNot.isEmpty());
    m_stop->setToolTip(m_whyNot.isEmpty() ? tr("What is closed stays closed") : m_whyNot);
    setAccessibleName(m_title->text() + QStringLiteral(", ") + m_words->text());
}

void JobStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QFrame::changeEvent(event);
}

void JobStrip::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.panel);
    painter.fillRect(QRect(0, 0, width(), 1), t.lineStrong);
    const QRect icon = QStyle::visualRect(layoutDirection(), rect(), { kSpace4, (height() - kIcon) / 2, kIcon, kIcon });
    painter.drawPixmap(icon.topLeft(), m_theme.pixmap(QStringLiteral("kick"), kIcon, t.text2, devicePixelRatioF()));
}

} // namespace relay::gui
