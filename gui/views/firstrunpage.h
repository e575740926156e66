// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme/theme.h"

#include <QWidget>

#include <array>

class QLabel;

namespace relay::gui {

class CommandLine;

//! Stands where the table will be until something is connected: three things to try, ready to paste.
class FirstRunPage : public QWidget
{
    Q_OBJECT
public:
    explicit FirstRunPage(const Theme &theme, QWidget *parent = nullptr);

    //! "127.0.0.1:9999": where the relay listens.
    void setListenAddress(const QString &address);
    [[nodiscard]] QStringList commands() const;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    enum Step { SendVideo, Watch, Chat, Count };
    void retranslate();
    void takeTheme();
    [[nodiscard]] QWidget *makeStep(int number);

    const Theme &m_theme;
    QLabel *m_title;
    QLabel *m_intro;
    QLabel *m_outro;
    std::array<QLabel *, Count> m_heads {};
    std::array<CommandLine *, Count> m_commands {};
    QString m_address;
};

} // namespace relay::gui
