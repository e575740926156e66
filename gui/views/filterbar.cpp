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

FilterBar::FilterBar(const Theme &theme, QAction &freeze, QWidget *parent)
    : QWidget(parent)
    , m_field(new FilterField(theme, this))
    , m_columns(new KeyButton(theme, QStringLiteral("columns"), this))
    , m_freeze(new KeyButton(theme, QStringLiteral("freeze"), this))
{
    setFixedHeight(kFilterBar);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kSpace3, 0, kSpace3, 0);
    row->setSpacing(kSpace2);
    row->addWidget(m_field, 1);
    row->addWidget(m_columns);
    row->addWidget(m_freeze);
    m_freeze->follow(freeze);
    retranslate();
}

void FilterBar::setColumnsMenu(QMenu *menu)
{
    connect(m_columns, &KeyButton::clicked, menu, [this, menu] {
        const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
        menu->popup(m_columns->mapToGlobal(
            isRightToLeft ? QPoint(m_columns->width() - menu->sizeHint().width(), m_columns->height())
                          : QPoint(0, m_columns->height())));
    });
}

void FilterBar::setColumnsShown(bool isShown)
{
    m_columns->setVisible(isShown);
}

void FilterBar::setNarrow(bool isNarrow)
{
    m_columns->setWordless(isNarrow);
}

void FilterBar::retranslate()
{
    m_columns->setText(tr("Columns"));
    m_columns->setAccessibleName(tr("Columns"));
    m_columns->setToolTip(tr("Choose the columns of the table"));
}

void FilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace relay::gui
