// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/filterbar.h"

#include "gui/views/filterfield.h"
#include "gui/views/keybutton.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>

namespace relay::gui {

using namespace metric;

namespace {

constexpr int kLongestView = 240;

//! Below its button, from the same edge.
void openBelow(const QWidget &button, QMenu &menu)
{
    const bool isRightToLeft = button.layoutDirection() == Qt::RightToLeft;
    menu.popup(
        button.mapToGlobal(QPoint(isRightToLeft ? button.width() - menu.sizeHint().width() : 0, button.height())));
}

} // namespace

FilterBar::FilterBar(const Theme &theme, QAction &freeze, QWidget *parent)
    : QWidget(parent)
    , m_field(new FilterField(theme, this))
    , m_view(new KeyButton(theme, QStringLiteral("star"), this))
    , m_columns(new KeyButton(theme, QStringLiteral("columns"), this))
    , m_freeze(new KeyButton(theme, QStringLiteral("freeze"), this))
    , m_export(new KeyButton(theme, QStringLiteral("export"), this))
{
    setFixedHeight(kFilterBar);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kSpace3, 0, kSpace3, 0);
    row->setSpacing(kSpace2);
    row->addWidget(m_field, 1);
    for (KeyButton *button : { m_view, m_columns, m_freeze, m_export })
        row->addWidget(button);
    m_view->setMenuMark(true);
    m_view->setLongest(kLongestView);
    m_freeze->follow(freeze);
    retranslate();
}

void FilterBar::setColumnsMenu(QMenu *menu)
{
    connect(m_columns, &KeyButton::clicked, menu, [this, menu] { openBelow(*m_columns, *menu); });
}

void FilterBar::setViewMenu(QMenu *menu)
{
    connect(m_view, &KeyButton::clicked, menu, [this, menu] { openBelow(*m_view, *menu); });
}

void FilterBar::setExportMenu(QMenu *menu)
{
    connect(m_export, &KeyButton::clicked, menu, [this, menu] { openBelow(*m_export, *menu); });
}

void FilterBar::setViewText(const QString &text)
{
    m_view->setText(text);
    m_view->setAccessibleName(text);
    m_view->setToolTip(text);
    m_view->updateGeometry();
}

void FilterBar::openExportMenu()
{
    m_export->click();
}

void FilterBar::setColumnsShown(bool isShown)
{
    m_columns->setVisible(isShown);
}

void FilterBar::setNarrow(bool isNarrow)
{
    m_columns->setWordless(isNarrow);
    m_export->setWordless(isNarrow);
    m_view->setLongest(isNarrow ? kLongestView * 3 / 4 : kLongestView);
}

void FilterBar::retranslate()
{
    m_columns->setText(tr("Columns"));
    m_columns->setAccessibleName(tr("Columns"));
    m_columns->setToolTip(tr("Choose the columns of the table"));
    m_export->setText(tr("Export"));
    m_export->setAccessibleName(tr("Export"));
    m_export->setToolTip(tr("Take along what is shown: the table or the chart (%1)")
                             .arg(QKeySequence(Qt::CTRL | Qt::Key_E).toString(QKeySequence::NativeText)));
}

void FilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace relay::gui
