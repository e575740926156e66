// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/tap.h"
#include "gui/tap/tapmessage.h"

#include <QObject>
#include <QTimer>
#include <QVector>

namespace relay::gui::tap {

/*!
 * One tap for the window: hands on what comes a few times a second, and remembers how it ended. What comes between two
 * hand-overs is bounded; what does not fit is counted as lost. Closes the tap when it is destroyed. One thread; the
 * client outlives it.
 */
class TapFeed : public QObject
{
    Q_OBJECT
public:
    enum class State { Opening, Open, Ended };

    struct Limits
    {
        int messages = kMaxMessages;
        int seconds = kMaxSeconds;
        int previewBytes = kPreviewBytes;
    };

    TapFeed(client::AdminClient &client, const Target &target, Form form, const Limits &limits,
            QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] Form form() const { return m_form; }
    [[nodiscard]] const Limits &limits() const { return m_limits; }
    [[nodiscard]] qint64 endsAt() const { return m_tap.endsAt(); } //!< ms since the epoch; 0 before it is open
    [[nodiscard]] int messages() const { return m_messages; }
    [[nodiscard]] quint64 lost() const { return m_lost; }
    //! "closed", "messages", "time", "gone", "busy", "lost" (contact), or what the relay says of a refusal.
    [[nodiscard]] QString endReason() const { return m_endReason; }
    [[nodiscard]] bool isRefused() const { return m_isRefused; }

    void stop();

    static constexpr int kMaxPending = 2048; //!< messages between two hand-overs

Q_SIGNALS:
    void received(const QVector<relay::gui::tap::Message> &messages); //!< oldest first
    void stateChanged();

private:
    void open(const Target &target);
    void take(const client::TapMessage &message);
    void handOver();
    void end(const QString &reason, bool isRefused = false);

    client::Tap m_tap;
    Form m_form;
    Limits m_limits;
    State m_state = State::Opening;
    QTimer m_timer;
    QVector<Message> m_pending;
    QString m_endReason;
    int m_messages = 0;
    quint64 m_lost = 0;
    quint64 m_missed = 0; //!< since the last message that is to be handed on
    bool m_isRefused = false;
};

} // namespace relay::gui::tap

Q_DECLARE_METATYPE(relay::gui::tap::Message)
