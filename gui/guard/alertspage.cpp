// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/guard/alertspage.h"

#include "gui/guard/alertmodel.h"
#include "gui/models/alertwords.h"
#include "gui/models/format.h"
#include "gui/views/keybutton.h"
#include "gui/views/plaintable.h"

#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QSpinBox>
#include <QVBoxLayout>

namespace relay::gui::guard {

using namespace metric;

namespace {

constexpr double kLargest = 1e9;
constexpr int kLongestSeconds = 24 * 3600;

//! Edits a threshold with its unit behind it, a duration in seconds.
class RuleCell : public PlainCell
{
public:
    using PlainCell::PlainCell;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        if (index.column() == AlertModel::ForColumn) {
            auto *box = new QSpinBox(parent);
            box->setRange(0, kLongestSeconds);
            box->setSuffix(QStringLiteral(" s"));
            box->setAccessibleName(AlertModel::tr("Seconds until the alert is raised"));
            return box;
        }
        auto *box = new QDoubleSpinBox(parent);
        box->setRange(0, kLargest);
        box->setDecimals(1);
        const QString unit = index.data(AlertModel::UnitTextRole).toString();
        box->setSuffix(unit.isEmpty() ? QString() : QString(QLatin1Char(' ') + unit));
        box->setAccessibleName(AlertModel::tr("Threshold"));
        return box;
    }

    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        if (auto *whole = qobject_cast<QSpinBox *>(editor))
            whole->setValue(index.data(Qt::EditRole).toInt());
        else
            static_cast<QDoubleSpinBox *>(editor)->setValue(index.data(Qt::EditRole).toDouble());
    }

    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        if (auto *whole = qobject_cast<QSpinBox *>(editor)) {
            whole->interpretText();
            model->setData(index, whole->value());
            return;
        }
        auto *box = static_cast<QDoubleSpinBox *>(editor);
        box->interpretText();
        model->setData(index, box->value());
    }
};

} // namespace

AlertsPage::AlertsPage(client::AlertFeed &feed, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_feed(feed)
    , m_theme(theme)
    , m_model(new AlertModel(this))
    , m_icon(new QLabel(this))
    , m_headline(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_table(new PlainTable(theme, AlertModel::TroubleRole, this))
    , m_hint(new QLabel(this))
    , m_revert(new KeyButton(theme, QStringLiteral("undo"), this))
    , m_save(new KeyButton(theme, {}, this))
{
    build();
    const auto takeRules = [this] {
        m_model->setRules(m_feed.rules());
        refresh();
    };
    const auto takeActive = [this] {
        m_model->setActive(m_feed.active());
        refresh();
    };
    connect(&feed, &client::AlertFeed::rulesChanged, this, takeRules);
    connect(&feed, &client::AlertFeed::activeChanged, this, takeActive);
    connect(&feed, &client::AlertFeed::availableChanged, this, &AlertsPage::refresh);
    connect(&feed, &client::AlertFeed::becameKnown, this, &AlertsPage::refresh);
    connect(m_model, &AlertModel::dirtyChanged, this, &AlertsPage::refresh);
    connect(m_revert, &QPushButton::clicked, m_model, &AlertModel::revert);
    connect(m_save, &QPushButton::clicked, this, &AlertsPage::save);
    connect(&theme, &Theme::changed, this, &AlertsPage::applyTheme);
    takeRules();
    takeActive();
    applyTheme();
    retranslate();
}

void AlertsPage::build()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new RuleCell(m_theme, AlertModel::TroubleRole, m_table));
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::AnyKeyPressed);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    QHeaderView *head = m_table->horizontalHeader();
    head->setSectionResizeMode(AlertModel::MetricColumn, QHeaderView::Stretch);
    m_table->setColumnWidth(AlertModel::StateColumn, 112);
    m_table->setColumnWidth(AlertModel::ThresholdColumn, 200);
    m_table->setColumnWidth(AlertModel::ForColumn, 120);
    m_table->setColumnWidth(AlertModel::NowColumn, 136);
    m_table->setColumnWidth(AlertModel::SinceColumn, 104);
    m_save->setObjectName(QStringLiteral("saveAlerts"));
    m_revert->setObjectName(QStringLiteral("revertAlerts"));
    m_detail->setWordWrap(true);
    m_hint->setWordWrap(true);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(kSpace4, kSpace3, kSpace4, 0);
    top->setSpacing(kSpace2);
    top->addWidget(m_icon);
    top->addWidget(m_headline, 1);
    m_detail->setContentsMargins(kSpace4, kSpace1, kSpace4, kSpace3);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(kSpace4, kSpace2, kSpace3, kSpace2);
    bottom->setSpacing(kSpace2);
    bottom->addWidget(m_hint, 1);
    bottom->addWidget(m_revert);
    bottom->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_detail);
    auto *inset = new QHBoxLayout; // its cells have 12 of their own
    inset->setContentsMargins(kSpace1, 0, kSpace1, 0);
    inset->addWidget(m_table);
    column->addLayout(inset, 1);
    column->addLayout(bottom);
    setFocusProxy(m_table);
}

void AlertsPage::setRelayName(const QString &name)
{
    m_relayName = name;
    refresh();
}

void AlertsPage::setWhyNotEdit(const QString &reason)
{
    m_whyNot = reason;
    m_model->setEditable(reason.isEmpty());
    refresh();
}

QString AlertsPage::headline() const
{
    return m_headline->text();
}

void AlertsPage::save()
{
    m_feed.setRules(m_model->rules(), [self = QPointer(this)](const QString &errorText) {
        if (self.isNull())
            return;
        if (!errorText.isEmpty())
            Q_EMIT self->told(tr("The thresholds were not changed."), errorText);
        else
            Q_EMIT self->told(tr("The thresholds are changed."), tr("They hold for every operator of this relay."));
    });
}

void AlertsPage::refresh()
{
    const auto &active = m_feed.active();
    const Tokens &t = m_theme.tokens();
    const bool isWrong = !active.isEmpty();
    m_icon->setPixmap(m_theme.pixmap(isWrong ? QStringLiteral("slow") : QStringLiteral("healthy"), kIcon,
                                     isWrong ? t.slow : t.healthy, devicePixelRatioF()));
    m_headline->setText(!m_feed.isKnown()           ? tr("Nothing is known yet.")
                            : !m_feed.isAvailable() ? tr("This relay has no alerts: it is older than this window.")
                            : isWrong               ? tr("%n alert(s)", nullptr, int(active.size()))
                                                    : tr("Nothing is wrong."));
    m_icon->setVisible(m_feed.isKnown() && m_feed.isAvailable());
    QStringList sentences;
    for (const client::ActiveAlert &each : active)
        //: an alert and since when
        sentences << tr("%1 (since %2)").arg(alertwords::sentence(m_feed.rules(), each), format::clock(each.since));
    m_detail->setText(sentences.join(QLatin1Char('\n')));
    m_detail->setVisible(!sentences.isEmpty());
    const bool isDirty = m_model->isDirty();
    m_save->setEnabled(isDirty && m_whyNot.isEmpty());
    m_save->setPrimary(isDirty && m_whyNot.isEmpty());
    m_save->setToolTip(m_whyNot);
    m_revert->setEnabled(isDirty);
    m_hint->setText(!m_whyNot.isEmpty() ? m_whyNot
                        : isDirty       ? tr("Not saved yet. When you save, the thresholds of %1 change for everybody.")
                                        .arg(format::isolated(m_relayName))
                                  : tr("Double-click a threshold or a time to change it."));
}

void AlertsPage::retranslate()
{
    m_table->setAccessibleName(tr("Alert rules"));
    m_save->setText(tr("Save the thresholds"));
    m_save->setAccessibleName(m_save->text());
    m_revert->setText(tr("Discard"));
    m_revert->setAccessibleName(tr("Discard the changes"));
    m_model->retranslate();
    refresh();
}

void AlertsPage::applyTheme()
{
    m_headline->setFont(m_theme.boldFont(Theme::Type::Title));
    QPalette palette = m_hint->palette();
    palette.setColor(QPalette::WindowText, m_theme.tokens().text2);
    for (QLabel *label : { m_hint, m_detail }) {
        label->setForegroundRole(QPalette::WindowText);
        label->setPalette(palette);
        label->setFont(m_theme.font(Theme::Type::Body));
    }
    refresh();
    update();
}

void AlertsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void AlertsPage::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.base);
    const int bottom = m_table->geometry().bottom() + 1;
    painter.fillRect(QRect(0, bottom, width(), height() - bottom), t.panel);
    painter.fillRect(QRect(0, bottom, width(), 1), t.line);
}

} // namespace relay::gui::guard
