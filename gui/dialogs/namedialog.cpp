// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/namedialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace relay::gui {

using namespace metric;

namespace {

constexpr int kWidth = 420;
constexpr int kLongest = 60;

} // namespace

NameDialog::NameDialog(const QString &title, const QString &confirm, const QString &name, Check check, QWidget *parent)
    : QDialog(parent)
    , m_check(std::move(check))
    , m_field(new QLineEdit(name, this))
    , m_remark(new QLabel(this))
    , m_confirm(new QPushButton(confirm, this))
{
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setMinimumWidth(kWidth);
    auto *label = new QLabel(tr("&Name"), this);
    label->setBuddy(m_field);
    m_field->setMaxLength(kLongest);
    m_field->setAccessibleName(tr("Name"));
    m_field->selectAll();
    m_remark->setWordWrap(true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    for (QPushButton *button : { m_confirm, cancel })
        button->setMinimumHeight(kControl);
    m_confirm->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kSpace2);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_confirm);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kSpace4, kSpace4, kSpace4, kSpace4);
    column->setSpacing(kSpace2);
    column->addWidget(label);
    column->addWidget(m_field);
    column->addWidget(m_remark);
    column->addSpacing(kSpace2);
    column->addLayout(buttons);
    connect(m_field, &QLineEdit::textChanged, this, &NameDialog::judge);
    connect(m_confirm, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    judge();
}

QString NameDialog::name() const
{
    return m_field->text().simplified();
}

void NameDialog::judge()
{
    const auto [remark, isPossible] = m_check(name());
    m_remark->setText(remark);
    m_confirm->setEnabled(isPossible && !name().isEmpty());
}

} // namespace relay::gui
