// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/palette/commandpalette.h"

#include "gui/palette/palettedelegate.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace relay::gui {

using namespace metric;

namespace {

constexpr int kFieldHeight = 44;
constexpr int kListHeight = 348;
constexpr int kPage = 8; // lines

} // namespace

CommandPalette::CommandPalette(Source source, const Theme &theme, QWidget *parent)
    : Sheet(theme, parent)
    , m_source(std::move(source))
    , m_delegate(new PaletteDelegate(m_model, theme, this))
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_hint(new QLabel(this))
{
    setWindowTitle(tr("Find or run a command"));
    m_field->setFrame(false);
    m_field->setFixedHeight(kFieldHeight);
    m_field->setTextMargins(kSpace2, 0, kSpace2, 0);
    m_field->setFont(theme.font(Theme::Type::Title));
    m_field->addAction(theme.icon(QStringLiteral("search"), theme.tokens().text2), QLineEdit::LeadingPosition);
    m_field->setPlaceholderText(tr("Topic, address, booking or command"));
    m_field->setAccessibleName(windowTitle());
    m_field->installEventFilter(this);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(m_delegate);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus); // the keys are the field's
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->setFixedHeight(kListHeight);
    m_list->setAccessibleName(tr("What was found"));
    m_hint->setText(tr("Up and Down choose    Enter goes there    Tab completes"));
    m_hint->setFont(theme.font(Theme::Type::Small));
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setContentsMargins(kSpace4, kSpace2, kSpace4, kSpace2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    for (QWidget *part : std::initializer_list<QWidget *> { m_field, m_list, m_hint })
        column->addWidget(part);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::refresh);
    connect(m_list, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) { run(index.row()); });
    refresh();
    m_field->setFocus();
}

int CommandPalette::currentRow() const
{
    return m_list->currentIndex().row();
}

void CommandPalette::refresh()
{
    const QString query = m_field->text().simplified();
    m_delegate->setQuery(query);
    QVector<PaletteItem> items = m_source(query);
    if (items.isEmpty()) {
        PaletteItem none;
        //: what was typed into the command palette
        none.text = tr("Nothing matches “%1”.").arg(query);
        none.isHead = true;
        items.append(none);
    }
    m_model.setItems(std::move(items));
    m_list->setCurrentIndex(m_model.index(m_model.nextEntry(0, 1)));
    m_list->scrollToTop();
}

void CommandPalette::step(int by)
{
    const int direction = by > 0 ? 1 : -1;
    int row = currentRow();
    for (int left = qAbs(by); left > 0; --left) {
        const int next = m_model.nextEntry(row + direction, direction);
        if (next < 0)
            break;
        row = next;
    }
    if (row < 0)
        return;
    m_list->setCurrentIndex(m_model.index(row));
    // With the head of its group, when it is the first of it.
    if (row > 0 && m_model.item(row - 1).isHead)
        m_list->scrollTo(m_model.index(row - 1));
    m_list->scrollTo(m_model.index(row));
}

void CommandPalette::run(int row)
{
    if (row < 0 || row >= m_model.rowCount() || m_model.item(row).isHead || !m_model.item(row).isPossible)
        return;
    const std::function<void()> what = m_model.item(row).run;
    accept();
    // After this dialog has given back the focus: what is done may take it, or open another.
    if (what)
        QTimer::singleShot(0, parentWidget() == nullptr ? static_cast<QObject *>(this) : parentWidget(), what);
}

void CommandPalette::complete()
{
    const int row = currentRow();
    if (row < 0)
        return;
    const PaletteItem &item = m_model.item(row);
    m_field->setText(item.completion.isEmpty() ? item.text : item.completion);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return Sheet::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Up: step(-1); return true;
    case Qt::Key_Down: step(1); return true;
    case Qt::Key_PageUp: step(-kPage); return true;
    case Qt::Key_PageDown: step(kPage); return true;
    case Qt::Key_Tab: complete(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key->modifiers() & Qt::ControlModifier) {
            for (int row = 0; row < m_model.rowCount(); ++row) {
                if (QKeySequence(m_model.item(row).key) == QKeySequence(Qt::CTRL | Qt::Key_Return)) {
                    run(row);
                    return true;
                }
            }
        }
        run(currentRow());
        return true;
    default: return Sheet::eventFilter(watched, event);
    }
}

} // namespace relay::gui
