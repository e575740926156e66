// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/jobs.h"
#include "gui/theme/theme.h"

#include <QSet>
#include <QVector>
#include <QWidget>

namespace relay::gui {

class JobStrip;

/*!
 * A strip for each job that runs on the relay, whoever started it; those of this window come first to hand: Esc stops the
 * newest of them. A strip stays a few seconds after its job has ended.
 */
class JobStrips : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kMost = 3;

    JobStrips(client::JobWatch &jobs, const Theme &theme, QWidget *parent = nullptr);

    void takeAsOurs(quint64 job);
    void setWhyNotStop(const QString &reason);
    //! Asks to stop the newest of ours that runs; false: there is none.
    bool stopNewest();
    [[nodiscard]] const QVector<JobStrip *> &strips() const { return m_strips; }

Q_SIGNALS:
    void stopAsked(quint64 job);

private:
    void take(const client::Job &job);
    void remove(JobStrip *strip);
    void clear();
    void refresh();
    [[nodiscard]] JobStrip *newestOfOurs() const;

    const Theme &m_theme;
    QVector<JobStrip *> m_strips; //!< oldest first
    QSet<quint64> m_ours;
    QString m_whyNot;
};

} // namespace relay::gui
