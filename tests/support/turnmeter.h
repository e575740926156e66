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
    //! What comes more than once is the program's own; a single one may be the machine's (time stolen from a virtual one).
    [[nodiscard]] double secondLongestMs() const { return m_secondLongest; }
    void reset(); //!< from now on

private:
    void beat();

    QTimer m_heart;
    QElapsedTimer m_clock;
    double m_lastQueued = 0; //!< ms
    double m_longest = 0;
    double m_secondLongest = 0;
};

} // namespace relay::support
