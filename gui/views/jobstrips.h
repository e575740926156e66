// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/jobs.h"
#include "gui/theme/theme.h"

#include <QHash>
#include <QVector>
#include <QWidget>

class QLabel;

namespace relay::gui {

class JobStrip;

/*!
 * A strip for each job that runs on the relay, whoever started it; those of this window come first to hand: Esc stops the
 * newest of them. Of more than kMost those of others wait unseen, and a line says how many. A strip stays a few seconds
 * after its job has ended, unless one that runs needs its place.
 */
class JobStrips : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kMost = 3;

    JobStrips(client::JobWatch &jobs, const Theme &theme, QWidget *parent = nullptr);

    void takeAsOurs(quint64 job, int later = 0); //!< so many more are worked on when it is done
    void setWhyNotStop(const QString &reason);
    //! Asks to stop the newest of ours that runs; false: there is none.
    bool stopNewest();
    [[nodiscard]] const QVector<JobStrip *> &strips() const { return m_strips; } //!< also those that wait unseen
    [[nodiscard]] int unseen() const { return m_unseen; }

Q_SIGNALS:
    void stopAsked(quint64 job);

protected:
    void changeEvent(QEvent *event) override;

private:
    void take(const client::Job &job);
    void remove(JobStrip *strip);
    void clear();
    void refresh();
    void arrange();
    [[nodiscard]] JobStrip *newestOfOurs() const;

    const Theme &m_theme;
    QVector<JobStrip *> m_strips; //!< oldest first
    QHash<quint64, int> m_ours;   //!< and how many follow each
    QLabel *m_more;
    int m_unseen = 0;
    QString m_whyNot;
};

} // namespace relay::gui
