// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/connectdialog.h"

#include "gui/views/keybutton.h"
#include "ui_connectdialog.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>

namespace relay::gui::dialogs {

namespace {

constexpr int kLabels = 120;

} // namespace

ConnectDialog::ConnectDialog(const QStringList &localSockets, const QVector<Place> &known, const Theme &theme,
                             QWidget *parent)
    : Sheet(theme, parent)
    , m_ui(std::make_unique<Ui::ConnectDialog>())
    , m_sockets(localSockets)
{
    m_ui->setupUi(this);
    for (const Place &place : known)
        if (place.isRemote())
            m_known.append(place);
    build();
    applyTheme();
    retranslate();
    arrange();
}

ConnectDialog::~ConnectDialog() = default;

void ConnectDialog::build()
{
    if (isRightToLeft()) // which mirrors no margins
        for (QLayout *form : { static_cast<QLayout *>(m_ui->localForm), static_cast<QLayout *>(m_ui->remoteForm) }) {
            const QMargins m = form->contentsMargins();
            form->setContentsMargins(m.right(), m.top(), m.left(), m.bottom());
        }
    m_ui->socket->addItems(m_sockets);
    for (const Place &place : m_known)
        m_ui->host->addItem(place.name());
    m_ui->host->setCurrentIndex(-1);
    for (QComboBox *box : { m_ui->socket, m_ui->host }) {
        box->setInsertPolicy(QComboBox::NoInsert);
        box->setCompleter(nullptr); // it would write what nobody typed into an address
    }
    m_cancel = new KeyButton(theme(), {}, this);
    m_cancel->setKeyText(QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText));
    m_connect = new KeyButton(theme(), QStringLiteral("server"), this);
    m_connect->setPrimary(true);
    m_connect->setDefault(true);
    m_ui->buttons->addWidget(m_cancel);
    m_ui->buttons->addWidget(m_connect);
    setTabOrder(m_ui->remoteSocket, m_cancel);
    setTabOrder(m_cancel, m_connect);
    // Where nothing runs, another computer is meant.
    (m_sockets.isEmpty() ? m_ui->remote : m_ui->local)->setChecked(true);
    for (QLabel *label : { m_ui->socketLabel, m_ui->hostLabel })
        label->setMinimumWidth(kLabels); // one edge for the fields of both
    (m_sockets.isEmpty() ? m_ui->host : m_ui->socket)->setFocus();
    connect(m_ui->local, &QRadioButton::toggled, this, &ConnectDialog::arrange);
    connect(m_ui->host, &QComboBox::activated, this, &ConnectDialog::takeKnown);
    connect(m_ui->browse, &QPushButton::clicked, this, &ConnectDialog::browse);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_connect, &QPushButton::clicked, this, &QDialog::accept);
    for (QComboBox *box : { m_ui->socket, m_ui->host })
        connect(box, &QComboBox::editTextChanged, this, &ConnectDialog::arrange);
    for (QLineEdit *field : { m_ui->user, m_ui->port, m_ui->keyFile, m_ui->remoteSocket })
        connect(field, &QLineEdit::textChanged, this, &ConnectDialog::arrange);
}

void ConnectDialog::applyTheme()
{
    m_ui->title->setFont(theme().boldFont(Theme::Type::Title));
    m_ui->icon->setPixmap(
        theme().pixmap(QStringLiteral("server"), metric::kIcon, theme().tokens().text, devicePixelRatioF()));
    for (QLabel *label : { m_ui->found, m_ui->remoteHint }) {
        QPalette palette = label->palette();
        palette.setColor(QPalette::WindowText, theme().tokens().text2);
        label->setPalette(palette);
        label->setFont(theme().font(Theme::Type::Small));
    }
    QPalette palette = m_ui->problem->palette();
    palette.setColor(QPalette::WindowText, theme().tokens().dropping);
    m_ui->problem->setPalette(palette);
}

void ConnectDialog::retranslate()
{
    m_ui->retranslateUi(this);
    m_ui->port->setPlaceholderText(QStringLiteral("22"));
    m_ui->remoteSocket->setPlaceholderText(serviceSocket());
    m_ui->found->setText(m_sockets.isEmpty() ? tr("No relayd was found in the usual places.")
                                             : tr("%n found in the usual places.", "Sockets of relayd",
                                                  static_cast<int>(m_sockets.size())));
    m_cancel->setText(tr("Cancel"));
    m_connect->setText(tr("Connect"));
}

void ConnectDialog::takeKnown(int index)
{
    if (index < 0 || index >= m_known.size())
        return;
    const Place place = m_known.at(index);
    m_ui->host->setEditText(place.host);
    m_ui->user->setText(place.user);
    m_ui->port->setText(place.port == 0 ? QString() : QString::number(place.port));
    m_ui->keyFile->setText(place.keyFile);
    m_ui->remoteSocket->setText(place.socketPath);
}

void ConnectDialog::arrange()
{
    const bool isLocal = m_ui->local->isChecked();
    for (QWidget *part : std::initializer_list<QWidget *> { m_ui->socket, m_ui->socketLabel })
        part->setEnabled(isLocal);
    for (QWidget *part : std::initializer_list<QWidget *> {
             m_ui->host, m_ui->user, m_ui->port, m_ui->keyFile, m_ui->browse, m_ui->remoteSocket, m_ui->hostLabel,
             m_ui->userLabel, m_ui->portLabel, m_ui->keyLabel, m_ui->remoteSocketLabel })
        part->setEnabled(!isLocal);
    const QString why = m_hasTried ? problem() : QString();
    m_ui->problem->setText(why);
    m_ui->problem->setVisible(!why.isEmpty());
    fit();
}

Place ConnectDialog::place() const
{
    Place place;
    if (m_ui->local->isChecked()) {
        place.socketPath = m_ui->socket->currentText().trimmed();
        return place;
    }
    place.host = m_ui->host->currentText().trimmed();
    place.user = m_ui->user->text().trimmed();
    // As people write it: anna@relay-1.lab.
    if (const auto at = place.host.indexOf(QLatin1Char('@')); at > 0 && place.user.isEmpty()) {
        place.user = place.host.left(at);
        place.host = place.host.mid(at + 1);
    }
    const QString port = m_ui->port->text().trimmed();
    bool isNumber = true;
    place.port = port.isEmpty() ? 0 : port.toInt(&isNumber);
    if (!isNumber || (!port.isEmpty() && place.port == 0))
        place.port = -1; // the problem() of which is told
    place.keyFile = m_ui->keyFile->text().trimmed();
    if (place.keyFile.startsWith(QLatin1String("~/")))
        place.keyFile = QDir::homePath() + place.keyFile.mid(1);
    place.socketPath = m_ui->remoteSocket->text().trimmed();
    return place;
}

QString ConnectDialog::problem() const
{
    const Place wanted = place();
    if (m_ui->remote->isChecked() && wanted.host.isEmpty())
        return tr("Name the host that ssh should connect to.");
    if (m_ui->local->isChecked() && wanted.socketPath.isEmpty())
        return tr("Name the socket of a relayd on this computer.");
    return wanted.problem();
}

void ConnectDialog::accept()
{
    m_hasTried = true;
    arrange();
    if (problem().isEmpty())
        QDialog::accept();
}

void ConnectDialog::browse()
{
    auto *files = new QFileDialog(this, tr("Private key of ssh"), QDir::homePath() + QStringLiteral("/.ssh"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    connect(files, &QFileDialog::fileSelected, m_ui->keyFile, &QLineEdit::setText);
    files->open();
}

void ConnectDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Sheet::changeEvent(event);
}

} // namespace relay::gui::dialogs
