// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/exporter.h"

#include "gui/app/workspace.h"
#include "gui/chart/throughputpanel.h"
#include "gui/models/addresses.h"
#include "gui/models/format.h"
#include "gui/models/tableexport.h"
#include "gui/views/livetable.h"

#include <QBuffer>
#include <QDateTime>
#include <QFileDialog>
#include <QLocale>
#include <QRegularExpression>
#include <QSaveFile>

#include <array>

namespace relay::gui {

namespace {

constexpr qreal kPictureScale = 2;
constexpr std::array kAll { Exporter::What::TableCsv, Exporter::What::TableJson, Exporter::What::ChartPicture,
                            Exporter::What::ChartCsv };

bool isOfChart(Exporter::What what)
{
    return what == Exporter::What::ChartPicture || what == Exporter::What::ChartCsv;
}

QString endingOf(Exporter::What what)
{
    switch (what) {
    case Exporter::What::TableJson: return QStringLiteral("json");
    case Exporter::What::ChartPicture: return QStringLiteral("png");
    default: return QStringLiteral("csv");
    }
}

} // namespace

Exporter::Exporter(Workspace &workspace, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_window(window)
{
    for (size_t i = 0; i < kAll.size(); ++i) {
        if (i == 2)
            m_menu.addSeparator();
        m_actions[i] = m_menu.addAction(QString());
        connect(m_actions[i], &QAction::triggered, this, [this, i] { ask(kAll[i]); });
    }
    m_menu.addSeparator();
    m_whole = m_menu.addAction(QString());
    m_whole->setCheckable(true);
    connect(m_whole, &QAction::toggled, this, [this](bool isWhole) { m_isMasked = !isWhole; });
    connect(&m_menu, &QMenu::aboutToShow, this, &Exporter::refresh);
    retranslate();
}

void Exporter::retranslate()
{
    m_menu.setTitle(tr("E&xport"));
    m_actions[0]->setText(tr("Table as &CSV…"));
    m_actions[1]->setText(tr("Table as &JSON…"));
    m_actions[2]->setText(tr("Chart as &picture…"));
    m_actions[3]->setText(tr("Chart as C&SV…"));
    m_whole->setText(tr("&Whole addresses in tables"));
    m_whole->setToolTip(tr("Addresses are personal data: they are masked unless this is on."));
}

void Exporter::refresh()
{
    const bool hasTable = m_workspace.currentTable() != nullptr;
    m_actions[0]->setEnabled(hasTable);
    m_actions[1]->setEnabled(hasTable);
    m_whole->setEnabled(!addresses::areMasked()); // then nothing has them whole
}

QString Exporter::suggestedName(What what) const
{
    static const QRegularExpression strange(QStringLiteral("[^A-Za-z0-9.-]+"));
    QString relay = m_relayName;
    relay.replace(strange, QStringLiteral("-"));
    const QString subject = isOfChart(what) ? QStringLiteral("throughput") : viewKey(m_workspace.view());
    const QString at = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    return QStringLiteral("%1-%2-%3.%4").arg(relay, subject, at, endingOf(what));
}

void Exporter::ask(What what)
{
    auto *dialog = new QFileDialog(m_window, tr("Export"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(endingOf(what));
    dialog->setNameFilter(what == What::ChartPicture    ? tr("Pictures (*.png)")
                              : what == What::TableJson ? tr("JSON (*.json)")
                                                        : tr("Comma-separated values (*.csv)"));
    dialog->selectFile(suggestedName(what));
    connect(dialog, &QFileDialog::fileSelected, this, [this, what](const QString &path) { write(what, path); });
    dialog->open();
}

QByteArray Exporter::bytes(What what) const
{
    chart::ThroughputPanel &chart = m_workspace.throughput();
    if (what == What::ChartCsv)
        return chart.csv();
    if (what == What::ChartPicture) {
        const QString title
            = tr("Throughput of %1, %2", "Title of an exported chart: relay, time")
                  .arg(m_relayName, QLocale().toString(QDateTime::currentDateTime(), QLocale::ShortFormat));
        QByteArray png;
        QBuffer buffer(&png);
        buffer.open(QIODevice::WriteOnly);
        chart.picture(title, kPictureScale).save(&buffer, "PNG");
        return png;
    }
    const LiveTable *table = m_workspace.currentTable();
    if (table == nullptr)
        return {};
    const tableexport::Plan plan { &table->proxy(), table->columns(), table->shownColumns(), m_isMasked };
    return what == What::TableJson ? tableexport::json(plan) : tableexport::csv(plan);
}

bool Exporter::write(What what, const QString &path)
{
    QSaveFile file(path);
    const QByteArray content = bytes(what);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
    if (!isWritten) {
        Q_EMIT told(tr("%1 was not written.").arg(format::isolated(path)), file.errorString());
        return false;
    }
    const QString rows = isOfChart(what)
        ? QString()
        : tr("%n row(s)", "In an exported file", m_workspace.currentTable()->proxy().rowCount());
    const QString masked
        = !isOfChart(what) && (m_isMasked || addresses::areMasked()) ? tr("Addresses are masked.") : QString();
    QStringList parts { rows, masked };
    parts.removeAll(QString());
    Q_EMIT told(tr("Written to %1.").arg(format::isolated(path)), format::enumeration(parts));
    return true;
}

} // namespace relay::gui
