// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/admin/jobs.h"
#include "gui/theme/theme.h"

#include <QFrame>

class QLabel;

namespace relay::gui {

class KeyButton;

//! How far a job of the relay is, and the way to stop what is left of it. What is done stays done: it says so.
class JobStrip : public QFrame
{
    Q_OBJECT
public:
    explicit JobStrip(const Theme &theme, QWidget *parent = nullptr);

    void showJob(const client::Job &job);
    [[nodiscard]] const client::Job &job() const { return m_job; }
    void setWhyNotStop(const QString &reason); //!< empty: it may be stopped
    void setOurs(bool isOurs);                 //!< this window has started it
    void setHasKey(bool hasKey);               //!< Esc stops it
    void setLater(int later);                  //!< so many more are worked on when it is done
    [[nodiscard]] QString words() const;

Q_SIGNALS:
    void stopAsked();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void applyTheme();
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString pace() const;

    const Theme &m_theme;
    client::Job m_job;
    QLabel *m_title;
    QWidget *m_bar;
    QLabel *m_words;
    QLabel *m_pace;
    KeyButton *m_stop;
    QString m_whyNot;
    bool m_isOurs = false;
    int m_later = 0;
};

} // namespace relay::gui
