// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/views/livetable.h"

#include "gui/views/livehead.h"

#include <QContextMenuEvent>
#include <QDataStream>
#include <QIODevice>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

namespace relay::gui {

using namespace metric;

namespace {

constexpr quint32 kColumnsVersion = 1;

} // namespace

LiveTable::LiveTable(LiveProxy &proxy, const QVector<ColumnSpec> &columns, const Theme &theme, QWidget *parent)
    : QTableView(parent)
    , m_proxy(proxy)
    , m_columns(columns)
    , m_head(new LiveHead(theme, this))
{
    setModel(&proxy);
    setHorizontalHeader(m_head);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(kRow);
    verticalHeader()->setDefaultSectionSize(kRow);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    for (int column = 0; column < m_columns.size(); ++column) {
        setItemDelegateForColumn(column, new CellDelegate(theme, m_look, m_columns.at(column).kind, this));
        if (m_columns.at(column).isShown)
            m_wanted.insert(column);
    }
    m_head->setSortIndicator(proxy.sortColumn(), proxy.sortOrder()); // enabling sorts by what the head shows
    setSortingEnabled(true);
    connect(m_head, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (!m_isFitting && width > 0)
            m_widths.insert(column, width);
    });
    connect(&proxy, &LiveProxy::layoutAboutToBeChanged, this, &LiveTable::keepPlace);
    connect(&proxy, &LiveProxy::layoutChanged, this, &LiveTable::restorePlace);
    connect(this, &QTableView::doubleClicked, this, &LiveTable::rowActivated);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    fitColumns();
}

void LiveTable::setColumns(const QVector<ColumnSpec> &columns)
{
    m_columns = columns;
    fitColumns();
}

QVector<int> LiveTable::shownColumns() const
{
    QVector<int> shown;
    for (int place = 0; place < m_head->count(); ++place) {
        const int column = m_head->logicalIndex(place);
        if (!isColumnHidden(column))
            shown.append(column);
    }
    return shown;
}

void LiveTable::setColumnWanted(int column, bool isWanted)
{
    if (isWanted)
        m_wanted.insert(column);
    else
        m_wanted.remove(column);
    fitColumns();
    Q_EMIT columnsChanged();
}

void LiveTable::resetColumns()
{
    m_wanted.clear();
    m_widths.clear();
    for (int column = 0; column < m_columns.size(); ++column) {
        if (m_columns.at(column).isShown)
            m_wanted.insert(column);
        m_head->moveSection(m_head->visualIndex(column), column);
    }
    fitColumns();
    Q_EMIT columnsChanged();
}

int LiveTable::widthOf(int column) const
{
    const ColumnSpec &spec = m_columns.at(column);
    if (spec.width == 0)
        return spec.minimum;
    return m_widths.value(column, std::max(spec.width, m_head->wantedWidth(column)));
}

void LiveTable::fitColumns()
{
    m_isFitting = true;
    QVector<int> shown(m_wanted.begin(), m_wanted.end());
    const auto total = [&] {
        int width = 0;
        for (const int column : std::as_const(shown))
            width += widthOf(column);
        return width;
    };
    // Least needed first: those that are off by default count as needed, somebody asked for them.
    QVector<int> hideable;
    for (const int column : std::as_const(shown))
        if (m_columns.at(column).hidesAt > 0)
            hideable.append(column);
    std::sort(hideable.begin(), hideable.end(),
              [this](int a, int b) { return m_columns.at(a).hidesAt < m_columns.at(b).hidesAt; });
    for (qsizetype i = 0; i < hideable.size() && total() > viewport()->width(); ++i)
        shown.removeOne(hideable.at(i));
    const int spare = std::max(0, viewport()->width() - total());
    for (int column = 0; column < m_columns.size(); ++column) {
        const bool isShown = shown.contains(column);
        m_head->setSectionHidden(column, !isShown);
        if (isShown)
            m_head->resizeSection(column, widthOf(column) + (m_columns.at(column).width == 0 ? spare : 0));
    }
    m_isFitting = false;
}

QVector<int> LiveTable::selectedRowNumbers() const
{
    QVector<int> rows;
    const QItemSelection selection = selectionModel()->selection(); // of whole rows
    for (const QItemSelectionRange &range : selection)
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

void LiveTable::setStale(bool isStale)
{
    if (isStale == m_look.isStale)
        return;
    m_look.isStale = isStale;
    viewport()->update();
}

void LiveTable::setMenuOpen(bool isOpen)
{
    m_isMenuOpen = isOpen;
    updateHold();
}

void LiveTable::setFrozen(bool isFrozen)
{
    m_isFrozen = isFrozen;
    updateHold();
}

void LiveTable::setBoundaryRow(int row)
{
    if (row == m_look.boundaryRow)
        return;
    m_look.boundaryRow = row;
    viewport()->update();
}

void LiveTable::setSeries(const QHash<QString, int> &series)
{
    if (series == m_look.series)
        return;
    m_look.series = series;
    viewport()->update();
}

void LiveTable::updateHold()
{
    m_proxy.setHeld(m_isPointerOver || m_isMenuOpen || m_isFrozen);
}

void LiveTable::setHovered(int row)
{
    if (row == m_look.hoveredRow)
        return;
    m_look.hoveredRow = row;
    viewport()->update();
}

void LiveTable::keepPlace()
{
    m_anchor = QPersistentModelIndex();
    if (verticalScrollBar()->value() == 0 || !currentIndex().isValid())
        return;
    const int y = rowViewportPosition(currentIndex().row());
    if (y > -kRow && y < viewport()->height()) {
        m_anchor = currentIndex();
        m_anchorY = y;
    }
}

void LiveTable::restorePlace()
{
    setHovered(-1);
    if (!m_anchor.isValid())
        return;
    QScrollBar *bar = verticalScrollBar();
    bar->setValue(bar->value() + rowViewportPosition(m_anchor.row()) - m_anchorY);
}

void LiveTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

bool LiveTable::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::Enter:
    case QEvent::Leave:
        m_isPointerOver = event->type() == QEvent::Enter;
        if (!m_isPointerOver)
            setHovered(-1);
        updateHold();
        break;
    case QEvent::MouseMove: setHovered(rowAt(static_cast<QMouseEvent *>(event)->pos().y())); break;
    default: break;
    }
    return QTableView::viewportEvent(event);
}

void LiveTable::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && currentIndex().isValid()) {
        Q_EMIT rowActivated(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void LiveTable::contextMenuEvent(QContextMenuEvent *event)
{
    if (!selectionModel()->hasSelection())
        return;
    const bool isByKey = event->reason() == QContextMenuEvent::Keyboard;
    Q_EMIT contextMenuAsked(isByKey ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft())
                                    : event->globalPos());
}

void LiveTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectionMoved();
}

QByteArray LiveTable::saveColumns() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << kColumnsVersion << static_cast<qint32>(m_columns.size());
    for (int column = 0; column < m_columns.size(); ++column)
        stream << m_columns.at(column).key << m_wanted.contains(column)
               << static_cast<qint32>(m_widths.value(column, 0)) << static_cast<qint32>(m_head->visualIndex(column));
    stream << static_cast<qint32>(m_head->sortIndicatorSection()) << static_cast<qint32>(m_head->sortIndicatorOrder());
    return state;
}

bool LiveTable::restoreColumns(const QByteArray &state)
{
    QDataStream stream(state);
    quint32 version = 0;
    qint32 size = 0;
    stream >> version >> size;
    if (version != kColumnsVersion || size != m_columns.size())
        return false;
    QVector<std::pair<qint32, int>> places;
    for (int column = 0; column < size; ++column) {
        QString key;
        bool isWanted = false;
        qint32 width = 0;
        qint32 place = 0;
        stream >> key >> isWanted >> width >> place;
        if (stream.status() != QDataStream::Ok || key != m_columns.at(column).key)
            return false;
        isWanted ? static_cast<void>(m_wanted.insert(column)) : static_cast<void>(m_wanted.remove(column));
        if (width > 0)
            m_widths.insert(column, width);
        places.append({ place, column });
    }
    qint32 sortColumn = 0;
    qint32 order = 0;
    stream >> sortColumn >> order;
    std::sort(places.begin(), places.end());
    for (const auto &[place, column] : std::as_const(places))
        m_head->moveSection(m_head->visualIndex(column), place);
    if (sortColumn >= 0 && sortColumn < size)
        sortByColumn(sortColumn, order == Qt::DescendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder);
    fitColumns();
    return true;
}

} // namespace relay::gui
