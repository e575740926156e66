// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/jobstrips.h"

#include "gui/views/jobstrip.h"

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
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
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
    if (m_strips.size() == kMost)
        remove(m_strips.first());
    auto *strip = new JobStrip(m_theme, this);
    m_strips.append(strip);
    layout()->addWidget(strip);
    connect(strip, &JobStrip::stopAsked, this, [this, strip] { Q_EMIT stopAsked(strip->job().id); });
    strip->showJob(job);
    if (!job.isRunning()) // so short that its end came first
        QTimer::singleShot(kEndedStays, strip, [this, strip] { remove(strip); });
    refresh();
}

void JobStrips::takeAsOurs(quint64 job)
{
    m_ours.insert(job);
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
        strip->setHasKey(strip == withKey);
    }
    setVisible(!m_strips.isEmpty());
}

} // namespace relay::gui
