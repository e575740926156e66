// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/tap/tapmessage.h"
#include "gui/theme/theme.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QStackedLayout;

namespace relay::gui::tap {

class JsonView;

//! One message as hex, as text or as JSON, below a sentence that says what it is and what of it is not shown.
class BodyView : public QWidget
{
    Q_OBJECT
public:
    enum class Mode { Hex, Text, Json };

    explicit BodyView(const Theme &theme, QWidget *parent = nullptr);

    void setMode(Mode mode);
    void showMessage(const Message &message);
    void showNothing(const QString &sentence);
    void setRate(const QString &text); //!< at the end of the sentence's line
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString bodyText() const; //!< of hex and text
    [[nodiscard]] JsonView &json() { return *m_json; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void applyTheme();
    void refreshJson();
    [[nodiscard]] QString shownPart() const;

    const Theme &m_theme;
    QLabel *m_sentence;
    QLabel *m_rate;
    QPlainTextEdit *m_text;
    JsonView *m_json;
    QStackedLayout *m_stack;
    Message m_message;
    QString m_nothing;
    Mode m_mode = Mode::Text;
    bool m_hasMessage = false;
};

} // namespace relay::gui::tap
