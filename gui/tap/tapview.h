// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/tap/tapmessage.h"
#include "gui/theme/theme.h"

#include <QPersistentModelIndex>
#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>

class QLabel;
class QStackedWidget;
class QTableView;

namespace relay::client {
class AdminClient;
}
namespace relay::gui {
class ElidedLabel;
class KeyButton;
class Segments;
} // namespace relay::gui

namespace relay::gui::tap {

class BodyView;
class MessageModel;
class TapSession;
class TsPage;

/*!
 * Shows a TapSession: what it is of and how far it is, the list of its messages, and the chosen one (the newest, until
 * another is chosen) as summary, hex, text or JSON. Stays when the tap has ended, to be read.
 */
class TapView : public QWidget
{
    Q_OBJECT
public:
    enum Page { Summary, Hex, Text, Json };

    TapView(client::AdminClient &client, const Target &target, const Theme &theme, QWidget *parent = nullptr);
    ~TapView() override;

    [[nodiscard]] const Target &target() const;
    [[nodiscard]] bool isOpen() const; //!< or about to be
    void stop();
    void start(); //!< again, after it ended
    void showPage(Page page);
    [[nodiscard]] Page page() const { return m_page; }
    [[nodiscard]] QString progress() const;
    [[nodiscard]] QString notice() const; //!< why there is nothing to be seen; empty: there is

    [[nodiscard]] MessageModel &messages();
    [[nodiscard]] QTableView &list() { return *m_list; }
    [[nodiscard]] BodyView &body() { return *m_body; }
    [[nodiscard]] TsPage &transportStream() { return *m_ts; }
    [[nodiscard]] Segments &pages() { return *m_pages; }

Q_SIGNALS:
    void openChanged();
    void closeAsked(); //!< it has ended and is no longer wanted

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void layOut();
    void showTaken();
    void selectNewest();
    void showSelected();
    void refresh();
    void refreshBody();
    void retranslate();
    void applyTheme();
    [[nodiscard]] Form formFor(Page page) const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString detail() const;
    [[nodiscard]] QString endedText() const;

    const Theme &m_theme;
    std::unique_ptr<TapSession> m_session;
    QTimer m_second;
    Page m_page = Summary;
    bool m_isFollowing = true;
    bool m_isSelecting = false;

    QLabel *m_icon;
    ElidedLabel *m_name;
    ElidedLabel *m_detail;
    QLabel *m_progress;
    Segments *m_pages;
    KeyButton *m_stop;
    KeyButton *m_again;
    QTableView *m_list;
    QStackedWidget *m_stack;
    QLabel *m_summary;
    TsPage *m_ts;
    BodyView *m_body;
};

} // namespace relay::gui::tap
