// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/jobs.h"
#include "client/admin/kicks.h"
#include "client/admin/mirror.h"
#include "gui/dialogs/kickorder.h"
#include "gui/models/connectionmodel.h"

#include <QObject>

#include <functional>

class QWidget;

namespace relay::gui {

namespace dialogs {
class KickDialog;
}
class Denier;
class Theme;

/*!
 * Closes connections: one at once, several, or with more to it, after the dialog has named them. Tells what came of it in
 * one sentence. Reasons go to the clients and into the log of the relay. GUI thread.
 */
class Kicker : public QObject
{
    Q_OBJECT
public:
    struct Parts
    {
        client::AdminClient &client;
        client::Mirror &mirror;
        ConnectionModel &model; //!< what is shown: perhaps held still
        const client::JobWatch &jobs;
        Denier &denier;
        const Theme &theme;
    };
    //! What the filter has chosen.
    struct Shown
    {
        QString filter; //!< empty: there is none
        QVector<quint64> ids;
        bool isFrozen = false;
    };

    Kicker(const Parts &parts, QWidget *window);

    void setRelayName(const QString &name) { m_relayName = name; }
    //! Asked when a choice may be all that the filter shows, and again when it is confirmed.
    void setShown(std::function<Shown()> shown) { m_shown = std::move(shown); }

    void kick(const QVector<quint64> &ids);           //!< one at once; several ask
    void kickWithReason(const QVector<quint64> &ids); //!< asks
    void kickAndDeny(const QVector<quint64> &ids);    //!< asks; denying is what is chosen at first

Q_SIGNALS:
    void told(const QString &headline, const QString &rest);
    //! Of ours: a paced kick. So many more are kicked after it.
    void jobStarted(quint64 job, int later);

private:
    void ask(const QVector<quint64> &ids, dialogs::KickWhat first, bool hasChanged = false);
    [[nodiscard]] dialogs::KickQuestion questionFor(const QVector<quint64> &ids) const;
    //! Those of them that are still there, and are the ones that are shown.
    [[nodiscard]] QVector<client::Connection> find(const QVector<quint64> &ids) const;
    void fillOthers(dialogs::KickQuestion &question) const;
    void tellGone(const QVector<quint64> &ids);
    void accept(const dialogs::KickQuestion &question, const dialogs::KickOrder &order);
    void tryOut(const dialogs::KickOrder &order, dialogs::KickDialog &dialog);
    void denyThenKick(const dialogs::KickOrder &order);
    void send(const dialogs::KickOrder &order);
    void report(const QVector<quint64> &ids, const QString &what, const client::KickOutcome &outcome, int left);
    [[nodiscard]] QString describe(const QVector<quint64> &ids) const;
    [[nodiscard]] bool can(const char *feature) const;

    Parts m_parts;
    QWidget *m_window;
    QString m_relayName;
    std::function<Shown()> m_shown;
};

} // namespace relay::gui
