// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/tablepage.h"

#include "gui/models/format.h"
#include "gui/views/keybutton.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace relay::gui {

using namespace metric;

TablePage::TablePage(LiveTable *table, LiveProxy &proxy, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_proxy(proxy)
    , m_theme(theme)
    , m_table(table)
    , m_stack(new QStackedLayout(this))
    , m_empty(new QWidget(this))
    , m_sentence(new QLabel(m_empty))
    , m_clear(new KeyButton(theme, QStringLiteral("close"), m_empty))
{
    auto *column = new QVBoxLayout(m_empty);
    column->setContentsMargins(kSpace4, kSpace5, kSpace4, kSpace4);
    column->setSpacing(kSpace3);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    column->addWidget(m_sentence);
    column->addWidget(m_clear);
    column->addStretch(1);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    connect(m_clear, &KeyButton::clicked, this, &TablePage::clearFilterAsked);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    connect(&proxy, &LiveProxy::rowsInserted, this, &TablePage::refresh);
    connect(&proxy, &LiveProxy::rowsRemoved, this, &TablePage::refresh);
    connect(&proxy, &LiveProxy::filterChanged, this, &TablePage::refresh);
    m_clear->setText(tr("Clear filter"));
}

void TablePage::setNothingSentence(const QString &noMatch, const QString &noRows)
{
    m_noMatch = noMatch;
    m_noRows = noRows;
    refresh();
}

void TablePage::refresh()
{
    const bool isEmpty = m_proxy.rowCount() == 0;
    if (isEmpty) {
        const bool isFiltered = !m_proxy.filter().isEmpty();
        m_sentence->setText(isFiltered ? m_noMatch.arg(format::isolated(m_proxy.filterText())) : m_noRows);
        m_clear->setVisible(isFiltered);
    }
    QWidget *wanted = isEmpty ? m_empty : static_cast<QWidget *>(m_table);
    // A hidden widget cannot hold the focus; the stack hands it on from the one to the other.
    setFocusProxy(!isEmpty ? m_table : m_clear->isHidden() ? m_empty : static_cast<QWidget *>(m_clear));
    if (m_stack->currentWidget() != wanted)
        m_stack->setCurrentWidget(wanted);
}

void TablePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_clear->setText(tr("Clear filter"));
    QWidget::changeEvent(event);
}

void TablePage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().base);
}

} // namespace relay::gui
