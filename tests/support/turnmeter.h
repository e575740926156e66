// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace relay::support {

/*!
 * The longest turn of this thread's event loop, ms: for how long a click would have had no answer. What the thread spends
 * waiting for a processor that others have is not its fault and is left out; waiting for anything else is counted.
 */
class TurnMeter : public QObject
{
    Q_OBJECT
public:
    TurnMeter();

    [[nodiscard]] double longestMs() const { return m_longest; }
    void reset(); //!< from now on

    //! While it lives, the thread waits for something on the test's own account, which is not counted.
    class Pause
    {
    public:
        explicit Pause(TurnMeter *meter); //!< null: nothing is measured
        ~Pause();
        Q_DISABLE_COPY_MOVE(Pause)

    private:
        TurnMeter *const m_meter;
    };

private:
    void beat();
    void endTurn();
    void beginTurn();

    QTimer m_heart;
    QElapsedTimer m_clock;
    double m_lastQueued = 0; //!< ms
    double m_longest = 0;
};

} // namespace relay::support
