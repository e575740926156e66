// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/jobstrips.h"

#include "gui/views/jobstrip.h"

#include <QEvent>
#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

namespace relay::gui {

using namespace std::chrono_literals;

namespace {

constexpr auto kEndedStays = 4s;

} // namespace

JobStrips::JobStrips(client::JobWatch &jobs, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_more(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_more->setContentsMargins(0, metric::kSpace1, 0, metric::kSpace1);
    m_more->setIndent(metric::kSpace4 + metric::kIcon + metric::kSpace2);
    m_more->setFont(theme.font(Theme::Type::Small));
    column->addWidget(m_more);
    connect(&jobs, &client::JobWatch::jobChanged, this, &JobStrips::take);
    connect(&jobs, &client::JobWatch::wasReset, this, &JobStrips::clear);
    for (const client::Job &job : jobs.jobs())
        take(job);
    refresh();
}

void JobStrips::take(const client::Job &job)
{
    const auto found
        = std::find_if(m_strips.begin(), m_strips.end(), [&job](JobStrip *each) { return each->job().id == job.id; });
    if (found != m_strips.end()) {
        const bool wasRunning = (*found)->job().isRunning();
        (*found)->showJob(job);
        if (wasRunning && !job.isRunning())
            QTimer::singleShot(kEndedStays, *found, [this, strip = *found] { remove(strip); });
        refresh();
        return;
    }
    if (!job.isRunning() && !m_ours.contains(job.id))
        return;
    auto *strip = new JobStrip(m_theme, this);
    m_strips.append(strip);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->count() - 1, strip); // above the line for those that wait
    connect(strip, &JobStrip::stopAsked, this, [this, strip] { Q_EMIT stopAsked(strip->job().id); });
    strip->showJob(job);
    if (!job.isRunning()) // so short that its end came first
        QTimer::singleShot(kEndedStays, strip, [this, strip] { remove(strip); });
    refresh();
}

void JobStrips::takeAsOurs(quint64 job, int later)
{
    m_ours.insert(job, later);
    refresh();
}

void JobStrips::setWhyNotStop(const QString &reason)
{
    m_whyNot = reason;
    refresh();
}

JobStrip *JobStrips::newestOfOurs() const
{
    for (auto it = m_strips.crbegin(); it != m_strips.crend(); ++it)
        if ((*it)->job().isRunning() && m_ours.contains((*it)->job().id))
            return *it;
    return nullptr;
}

bool JobStrips::stopNewest()
{
    const JobStrip *strip = m_whyNot.isEmpty() ? newestOfOurs() : nullptr;
    if (strip != nullptr)
        Q_EMIT stopAsked(strip->job().id);
    return strip != nullptr;
}

void JobStrips::remove(JobStrip *strip)
{
    if (m_strips.removeOne(strip)) {
        m_ours.remove(strip->job().id);
        strip->hide();
        strip->deleteLater();
    }
    refresh();
}

void JobStrips::clear()
{
    const QVector<JobStrip *> all = m_strips;
    for (JobStrip *strip : all)
        remove(strip);
    m_ours.clear();
}

void JobStrips::refresh()
{
    const JobStrip *withKey = newestOfOurs();
    for (JobStrip *strip : std::as_const(m_strips)) {
        strip->setWhyNotStop(m_whyNot);
        strip->setOurs(m_ours.contains(strip->job().id));
        strip->setLater(m_ours.value(strip->job().id));
        strip->setHasKey(strip == withKey);
    }
    arrange();
    setVisible(!m_strips.isEmpty());
}

//! What runs and is ours first, then what runs, then what has ended; of each the newest. They stand in the order they came.
void JobStrips::arrange()
{
    QVector<JobStrip *> wanted = m_strips;
    std::reverse(wanted.begin(), wanted.end());
    const auto rank = [this](const JobStrip *strip) {
        return !strip->job().isRunning() ? 2 : m_ours.contains(strip->job().id) ? 0 : 1;
    };
    std::stable_sort(wanted.begin(), wanted.end(),
                     [&rank](const JobStrip *a, const JobStrip *b) { return rank(a) < rank(b); });
    m_unseen = 0;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        wanted.at(i)->setVisible(i < kMost);
        m_unseen += i >= kMost && wanted.at(i)->job().isRunning() ? 1 : 0;
    }
    m_more->setText(tr("%n more job(s) run on the relay.", "Below the strips of others", m_unseen));
    m_more->setVisible(m_unseen > 0);
}

void JobStrips::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        arrange();
    QWidget::changeEvent(event);
}

} // namespace relay::gui
