// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace relay::tests {

/*!
 * A reader of a topic that opens its connection properly and then reads no byte more, with little room in its kernel for
 * what comes. Its calls wait, up to 5 s each.
 */
class StuckReader
{
public:
    StuckReader(quint16 port, const QString &path);
    ~StuckReader();
    Q_DISABLE_COPY_MOVE(StuckReader)

    [[nodiscard]] bool isOpen() const { return m_isOpen; } //!< the relay answered with 101
    [[nodiscard]] QString address() const;                 //!< as relayd sees it
    //! Reads at last, all there is until the relay ends the connection; nothing when it does not within 5 s.
    [[nodiscard]] bool readsItsEnd();

private:
    int m_socket = -1;
    bool m_isOpen = false;
};

} // namespace relay::tests
