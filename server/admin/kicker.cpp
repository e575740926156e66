// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/admin/kicker.h"

#include <QTimer>

#include <set>
#include <utility>

namespace relay::admin {

namespace {

constexpr qsizetype kReasonBytes = 123; // RFC 6455, 5.5: 125 of a control frame, less the code

} // namespace

struct Kicker::Job
{
    KickOutcome outcome;
    std::set<stats::ConnectionId> waiting;
    bool isComplete = false; //!< all orders are out
    Done done;

    void finishIfReady()
    {
        if (!isComplete || !waiting.empty())
            return;
        if (const Done call = std::exchange(done, nullptr))
            call(outcome);
    }
};

Kicker::Kicker(const stats::Ledger &ledger, stats::Control &control, QObject *parent)
    : QObject(parent)
    , m_ledger(ledger)
    , m_control(control)
    , m_wayHome(std::make_shared<ReturnPath>(this))
{
}

Kicker::~Kicker()
{
    m_wayHome->close();
}

void Kicker::kick(const std::vector<stats::ConnectionId> &ids, const Closing &closing, Done done)
{
    const auto job = std::make_shared<Job>();
    job->done = std::move(done);
    for (const stats::ConnectionId id : std::set(ids.begin(), ids.end())) {
        const stats::ConnectionEntry *entry = m_ledger.find(id);
        if (!entry) {
            job->outcome.gone.push_back(id);
            continue;
        }
        job->waiting.insert(id);
        m_control.close(entry->worker, id, closing.code, closing.reason, [home = m_wayHome, job, id](bool found) {
            home->post([job, id, found] { answer(job, id, found); });
        });
    }
    job->isComplete = true;
    if (!job->waiting.empty()) {
        QTimer::singleShot(m_deadline, this, [job] {
            job->outcome.unanswered.assign(job->waiting.begin(), job->waiting.end());
            job->waiting.clear();
            job->finishIfReady();
        });
    }
    job->finishIfReady();
}

void Kicker::answer(const std::shared_ptr<Job> &job, stats::ConnectionId id, bool found)
{
    if (job->waiting.erase(id) == 0)
        return; // too late, or twice
    (found ? job->outcome.kicked : job->outcome.gone).push_back(id);
    job->finishIfReady();
}

QByteArray closeReason(const QString &text)
{
    QByteArray utf8 = text.toUtf8();
    if (utf8.size() <= kReasonBytes)
        return utf8;
    qsizetype end = kReasonBytes;
    while (end > 0 && (static_cast<unsigned char>(utf8.at(end)) & 0xC0) == 0x80)
        --end;
    utf8.truncate(end);
    return utf8;
}

} // namespace relay::admin
