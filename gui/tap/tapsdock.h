// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/tap/tapmessage.h"
#include "gui/theme/theme.h"

#include <QDockWidget>
#include <QVector>

class QLabel;
class QSplitter;
class QToolButton;

namespace relay::client {
class AdminClient;
}

namespace relay::gui::tap {

class TapView;

/*!
 * The taps that this window has opened, side by side. Says that everybody sees them. Closing it ends them all. GUI thread;
 * the client outlives it.
 */
class TapsDock : public QDockWidget
{
    Q_OBJECT
public:
    static constexpr int kHeight = 316;
    static constexpr int kMaxTaps = 8;

    TapsDock(client::AdminClient &client, const Theme &theme, QWidget *parent = nullptr);

    //! Opens a tap, or shows the one that is there.
    void openTap(const Target &target);
    [[nodiscard]] QWidget *pane() const; //!< where the keyboard goes first; null: there is no tap
    [[nodiscard]] int openCount() const;
    [[nodiscard]] const QVector<TapView *> &views() const { return m_views; }

Q_SIGNALS:
    void openCountChanged();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void remove(TapView *view);
    void makeRoom();
    void refresh();
    void applyTheme();

    client::AdminClient &m_client;
    const Theme &m_theme;
    QWidget *m_head;
    QLabel *m_title;
    QLabel *m_words;
    QToolButton *m_close;
    QSplitter *m_splitter;
    QVector<TapView *> m_views;
};

} // namespace relay::gui::tap
