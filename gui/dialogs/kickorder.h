// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/records.h"

#include <QString>
#include <QStringList>
#include <QVector>

//! What an operator may want to be done to connections. Values only.
namespace relay::gui::dialogs {

inline constexpr int kKicksPerJob = 1000; //!< connections: the most that a relay takes in one call

enum class KickWhat : quint8 {
    Kick,          //!< may come back at once
    Hold,          //!< the same address may not come back to the same topic for a while
    DenyBookings,  //!< and with them all connections of these bookings
    DenyAddresses, //!< whoever comes from there
};

struct KickQuestion
{
    QVector<client::Connection> targets;
    QVector<client::Connection> ofTheirBookings = {};  //!< further connections that denying the bookings would cut
    QVector<client::Connection> ofTheirAddresses = {}; //!< further ones that denying the addresses would cut
    QString relayName;
    QString filter = {};       //!< the targets are all that it matches; empty: they were picked by hand
    bool isEverything = false; //!< without a filter, every connection of the relay: asks for a word
    int gone = 0;              //!< how many more were chosen and have closed since
    bool isFrozen = false;     //!< chosen from a picture that is held still
    bool hasChanged = false;   //!< asked again, as the number has changed meanwhile
    QString whyNotPace = {};   //!< why the relay cannot pace, hold or deny addresses; empty: it can
    QString whyNotHold = {};
    QString whyNotDenyAddresses = {};
    KickWhat first = KickWhat::Kick;
};

struct KickOrder
{
    KickWhat what = KickWhat::Kick;
    QVector<client::Connection> targets;
    QString reason;
    int perSecond = 0;    //!< 0: all at once
    int holdSeconds = 0;  //!< of Hold
    qint64 denyForMs = 0; //!< of DenyAddresses
};

[[nodiscard]] QVector<quint64> idsOf(const QVector<client::Connection> &connections);
[[nodiscard]] QStringList bookingsOf(const QVector<client::Connection> &connections);  //!< each once
[[nodiscard]] QStringList addressesOf(const QVector<client::Connection> &connections); //!< without ports, each once

//! What a denial of this kind goes by: the booking or the address without its port. Empty: it cannot meet this connection.
[[nodiscard]] QString denialKey(KickWhat what, const client::Connection &connection);
//! Connections beside `named` that a denial of this kind cuts with them. None of a kick.
[[nodiscard]] QVector<client::Connection> furtherOf(const KickQuestion &question, KickWhat what,
                                                    const QVector<client::Connection> &named);

} // namespace relay::gui::dialogs
