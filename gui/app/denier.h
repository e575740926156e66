// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/denials.h"

#include <QObject>
#include <QStringList>
#include <QVector>

#include <functional>

namespace relay::gui {

//! How a denial is taken back.
struct UndoTokens
{
    QStringList tokens; //!< for action.undo
    QStringList keys;   //!< of relays that give none: what is to be removed from the deny list
    QString name;       //!< "booking b1", "3 addresses"
};

/*!
 * Denies bookings and addresses on a relay, and takes it back. Tells what came of it in one sentence. Asks nobody: that is
 * done before. GUI thread; the client outlives it.
 */
class Denier : public QObject
{
    Q_OBJECT
public:
    explicit Denier(client::AdminClient &client, QObject *parent = nullptr);

    //! At least one order, all of one kind. `done` when all are answered: how many went through.
    void deny(const QVector<client::DenyOrder> &orders, std::function<void(int)> done = {});
    void undo(const relay::gui::UndoTokens &what);
    void remove(const QStringList &ids); //!< from the deny list

Q_SIGNALS:
    void told(const QString &headline, const QString &rest);
    //! undo() is possible from now on.
    void denied(const QString &headline, const QString &rest, const relay::gui::UndoTokens &undo);
    void listChanged(); //!< the deny list is another one now

private:
    struct Job;
    void reportDenied(const Job &job);
    void reportAllowed(const QString &name, bool isAny, const QString &errorText);

    client::AdminClient &m_client;
};

} // namespace relay::gui
