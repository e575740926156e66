// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tap/bodyview.h"

#include "gui/models/format.h"
#include "gui/tap/hexdump.h"
#include "gui/tap/jsonmodel.h"
#include "gui/tap/jsonview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace relay::gui::tap {

using namespace metric;

BodyView::BodyView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_sentence(new QLabel(this))
    , m_rate(new QLabel(this))
    , m_text(new QPlainTextEdit(this))
    , m_json(new JsonView(theme, this))
    , m_stack(new QStackedLayout)
{
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    m_rate->setTextFormat(Qt::PlainText);
    m_text->setReadOnly(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setLayoutDirection(Qt::LeftToRight);
    m_text->document()->setDocumentMargin(kSpace3);
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_json);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(kSpace3, kSpace2, kSpace3, 0);
    line->setSpacing(kSpace3);
    line->addWidget(m_sentence, 1);
    line->addWidget(m_rate, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace1);
    column->addLayout(line);
    column->addLayout(m_stack, 1);
    connect(&theme, &Theme::changed, this, &BodyView::applyTheme);
    applyTheme();
}

void BodyView::applyTheme()
{
    m_sentence->setFont(m_theme.font(Theme::Type::Small));
    m_rate->setFont(m_theme.font(Theme::Type::Small));
    QPalette palette = m_rate->palette();
    palette.setColor(QPalette::WindowText, m_theme.tokens().text2);
    m_rate->setForegroundRole(QPalette::WindowText);
    m_rate->setPalette(palette);
    m_text->setFont(m_theme.monoFont(Theme::Type::Small));
}

void BodyView::setMode(Mode mode)
{
    m_mode = mode;
    refresh();
}

void BodyView::showMessage(const Message &message)
{
    m_message = message;
    m_hasMessage = true;
    refresh();
}

void BodyView::showNothing(const QString &sentence)
{
    m_hasMessage = false;
    m_nothing = sentence;
    refresh();
}

void BodyView::setRate(const QString &text)
{
    m_rate->setText(text);
}

QString BodyView::sentence() const
{
    return m_sentence->text();
}

QString BodyView::bodyText() const
{
    return m_text->toPlainText();
}

//! What of the message is there to be seen.
QString BodyView::shownPart() const
{
    const QString size = tr("%1 bytes", "Size of a message").arg(format::count(m_message.size));
    if (m_message.form == Form::MpegTs)
        //: of a message, its size in front
        return tr("%1: the first 8 bytes of each packet").arg(size);
    if (!m_message.isWhole())
        return tr("%1: the first %2 are shown").arg(size, format::count(m_message.preview.size()));
    return size;
}

void BodyView::refresh()
{
    if (!m_hasMessage) {
        m_sentence->setText(m_nothing);
        m_text->clear();
        m_json->clear();
        m_stack->setCurrentWidget(m_text);
        return;
    }
    if (m_mode == Mode::Json) {
        refreshJson();
        return;
    }
    const int scrolled = m_text->verticalScrollBar()->value();
    m_text->setLineWrapMode(m_mode == Mode::Hex ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);
    m_text->setPlainText(m_mode == Mode::Hex ? hexDump(m_message.preview) : plainText(m_message.preview));
    m_text->verticalScrollBar()->setValue(scrolled);
    m_text->setAccessibleName(m_mode == Mode::Hex ? tr("The message in hexadecimal") : tr("The message as text"));
    //: kinds of messages of a websocket
    m_sentence->setText((m_message.isText ? tr("Text") : tr("Binary")) + QStringLiteral(", ") + shownPart());
    m_stack->setCurrentWidget(m_text);
}

void BodyView::refreshJson()
{
    const bool isJson = m_message.form == Form::Bytes && m_json->showJson(m_message.preview);
    if (isJson) {
        const JsonModel &json = m_json->json();
        const int count = json.count();
        const QString what = json.type() == QJsonValue::Object ? tr("JSON object, %n member(s)", nullptr, count)
            : json.type() == QJsonValue::Array                 ? tr("JSON array, %n element(s)", nullptr, count)
                                                               : tr("JSON value");
        m_sentence->setText(what + QStringLiteral(", ") + shownPart());
        if (json.type() == QJsonValue::Object || json.type() == QJsonValue::Array) {
            m_stack->setCurrentWidget(m_json);
            return;
        }
    } else if (!m_message.isWhole()) {
        m_sentence->setText(tr("Too long to be read as JSON: %1.").arg(shownPart()));
    } else {
        //: %1 is the reason, in English
        m_sentence->setText(tr("Not JSON (%1), %2.").arg(m_json->json().error(), shownPart()));
    }
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_text->setPlainText(plainText(m_message.preview));
    m_stack->setCurrentWidget(m_text);
}

void BodyView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace relay::gui::tap
