// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tap/jsonview.h"

#include "gui/tap/jsonmodel.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace relay::gui::tap {

namespace {

constexpr int kLine = 20;
constexpr int kIndent = 16;
constexpr int kMaxOpen = 500; // paths that are remembered

class JsonCell : public QStyledItemDelegate
{
public:
    JsonCell(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const QFontMetrics metrics(m_theme.monoFont(Theme::Type::Small));
        return { metrics.horizontalAdvance(index.data().toString()) + metric::kSpace4, kLine };
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = m_theme.tokens();
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, t.accentFill);
        painter->setFont(m_theme.monoFont(Theme::Type::Small));
        painter->setLayoutDirection(Qt::LeftToRight);
        const QString name = index.data(JsonModel::NameRole).toString();
        const QString all = index.data().toString();
        const bool hasName = !index.data(JsonModel::NameRole).isNull() && all.startsWith(name + QLatin1String(": "));
        const QString before = hasName ? QString(name + QLatin1String(": ")) : QString();
        int x = option.rect.left() + metric::kSpace1;
        const auto write = [&](const QString &text, const QColor &color) {
            painter->setPen(color);
            painter->drawText(QRect(x, option.rect.top(), option.rect.right() - x + 1, option.rect.height()),
                              Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, text);
            x += painter->fontMetrics().horizontalAdvance(text);
        };
        write(before, t.series[3]);
        write(all.mid(before.size()), colorOf(index));
        painter->restore();
    }

private:
    [[nodiscard]] QColor colorOf(const QModelIndex &index) const
    {
        const Tokens &t = m_theme.tokens();
        switch (index.data(JsonModel::TypeRole).toInt()) {
        case QJsonValue::Double: return t.series[0];
        case QJsonValue::String: return t.series[2];
        case QJsonValue::Bool:
        case QJsonValue::Null: return t.series[4];
        default: return t.text2;
        }
    }

    const Theme &m_theme;
};

} // namespace

JsonView::JsonView(const Theme &theme, QWidget *parent)
    : QTreeView(parent)
    , m_model(new JsonModel(this))
{
    setModel(m_model);
    setItemDelegate(new JsonCell(theme, this));
    setHeaderHidden(true);
    setFrameShape(NoFrame);
    setIndentation(kIndent);
    setUniformRowHeights(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setTextElideMode(Qt::ElideNone);
    setLayoutDirection(Qt::LeftToRight); // JSON is no sentence
    setAccessibleName(tr("JSON of the message"));
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (!m_isFilling && m_open.size() < kMaxOpen)
            m_open.insert(index.data(JsonModel::PathRole).toString());
    });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        if (!m_isFilling)
            m_open.remove(index.data(JsonModel::PathRole).toString());
    });
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

bool JsonView::showJson(const QByteArray &json)
{
    const QString current = currentIndex().data(JsonModel::PathRole).toString();
    const int scrolled = verticalScrollBar()->value();
    m_isFilling = true;
    const bool isJson = m_model->setJson(json);
    unfold({});
    m_isFilling = false;
    if (!current.isEmpty()) {
        const QModelIndexList same = m_model->match(m_model->index(0, 0), JsonModel::PathRole, current, 1,
                                                    Qt::MatchExactly | Qt::MatchCaseSensitive | Qt::MatchRecursive);
        if (!same.isEmpty())
            selectionModel()->setCurrentIndex(same.first(), QItemSelectionModel::ClearAndSelect);
    }
    verticalScrollBar()->setValue(scrolled);
    return isJson;
}

void JsonView::clear()
{
    m_model->clear();
}

void JsonView::unfold(const QModelIndex &parent)
{
    for (int row = 0; row < m_model->rowCount(parent); ++row) {
        const QModelIndex each = m_model->index(row, 0, parent);
        if (m_model->rowCount(each) > 0 && m_open.contains(each.data(JsonModel::PathRole).toString())) {
            expand(each);
            unfold(each);
        }
    }
}

void JsonView::copy(bool isPath) const
{
    if (currentIndex().isValid())
        QGuiApplication::clipboard()->setText(
            currentIndex().data(isPath ? int(JsonModel::PathRole) : int(Qt::DisplayRole)).toString());
}

void JsonView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy(false);
    else
        QTreeView::keyPressEvent(event);
}

void JsonView::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    connect(menu.addAction(tr("Copy")), &QAction::triggered, this, [this] { copy(false); });
    connect(menu.addAction(tr("Copy the path")), &QAction::triggered, this, [this] { copy(true); });
    menu.addSeparator();
    connect(menu.addAction(tr("Unfold all")), &QAction::triggered, this, &QTreeView::expandAll);
    connect(menu.addAction(tr("Fold all")), &QAction::triggered, this, &QTreeView::collapseAll);
    menu.exec(event->globalPos());
}

} // namespace relay::gui::tap
