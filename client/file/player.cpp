// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/file/player.h"

#include <utility>

namespace relay::client::file {

namespace {

template<typename... Handlers>
struct Overloaded : Handlers...
{
    using Handlers::operator()...;
};
template<typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

} // namespace

Player::Player(std::vector<Step> steps, std::function<bool(const QString &)> send, QObject *parent)
    : QObject(parent)
    , m_steps(std::move(steps))
    , m_send(std::move(send))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Player::timeIsUp);
}

void Player::start()
{
    m_isRunning = true;
    go();
}

void Player::resume()
{
    if (std::exchange(m_isHeldUp, false) && say(m_text))
        go();
}

void Player::go()
{
    while (m_isRunning && m_next < m_steps.size()) {
        if (!begin(m_steps[m_next++]))
            return;
    }
    if (std::exchange(m_isRunning, false))
        Q_EMIT finished();
}

bool Player::begin(const Step &step)
{
    return std::visit(Overloaded {
                          [this](const Remark &note) {
                              if (note.isLogged)
                                  Q_EMIT remark(note.text);
                              return true;
                          },
                          [this](const Delay &delay) {
                              m_sendsText = !delay.text.isEmpty();
                              return wait(delay.time, delay.text);
                          },
                          [this](const Condition &condition) {
                              m_sendsText = true;
                              m_condition = condition.waits() ? &condition : nullptr;
                              m_matches = 0;
                              return wait(condition.waits() ? condition.timeout : std::chrono::nanoseconds(0),
                                          condition.text);
                          },
                          [this](const FilterChange &change) {
                              m_filter.apply(change);
                              return true;
                          },
                          [this](const Sending &sending) { return say(sending.text); },
                      },
                      step);
}

bool Player::wait(std::chrono::nanoseconds time, const QString &text)
{
    m_text = text;
    m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(time));
    return false;
}

void Player::timeIsUp()
{
    m_timer.stop();
    m_condition = nullptr;
    if (!m_sendsText || say(m_text))
        go();
}

void Player::heard(const QString &message)
{
    if (m_condition && m_condition->pattern.match(message).hasMatch() && ++m_matches >= m_condition->count)
        timeIsUp();
}

bool Player::say(const QString &text)
{
    if (m_send(text))
        return true;
    m_text = text;
    m_isHeldUp = true;
    return false;
}

} // namespace relay::client::file
