// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tap/tspage.h"

#include "gui/models/format.h"
#include "gui/tap/framestrip.h"
#include "gui/tap/tsmodel.h"
#include "gui/views/plaintable.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableView>
#include <QVBoxLayout>

namespace relay::gui::tap {

using namespace metric;

TsPage::TsPage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(new TsModel(this))
    , m_headline(new QLabel(this))
    , m_trouble(new QLabel(this))
    , m_table(new PlainTable(theme, TsModel::TroubleRole, this))
    , m_strip(new FrameStrip(theme, this))
{
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    QHeaderView *head = m_table->horizontalHeader();
    head->setSectionResizeMode(TsModel::NameColumn, QHeaderView::Stretch);
    m_table->setColumnWidth(TsModel::PidColumn, 68);
    m_table->setColumnWidth(TsModel::RateColumn, 72);
    m_table->setColumnWidth(TsModel::PacketsColumn, 76);
    m_table->setColumnWidth(TsModel::ErrorsColumn, 88);
    for (QLabel *label : { m_headline, m_trouble }) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setContentsMargins(kSpace3, 0, kSpace3, 0);
    }
    m_strip->setContentsMargins(0, 0, 0, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, kSpace2, 0, kSpace1);
    column->setSpacing(0);
    column->addWidget(m_headline);
    column->addWidget(m_trouble);
    column->addSpacing(kSpace1);
    column->addWidget(m_table, 1);
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(kSpace3, kSpace1, kSpace3, 0);
    inset->addWidget(m_strip);
    column->addLayout(inset);
    connect(&theme, &Theme::changed, this, &TsPage::applyTheme);
    applyTheme();
}

void TsPage::applyTheme()
{
    const Tokens &t = m_theme.tokens();
    m_headline->setFont(m_theme.font(Theme::Type::Small));
    m_trouble->setFont(m_isTrouble ? m_theme.boldFont(Theme::Type::Small) : m_theme.font(Theme::Type::Small));
    QPalette palette = m_trouble->palette();
    palette.setColor(QPalette::WindowText, m_isTrouble ? t.slow : t.text2);
    m_trouble->setForegroundRole(QPalette::WindowText);
    m_trouble->setPalette(palette);
}

QString TsPage::sentence(const mpegts::TsAnalyser &analyser)
{
    QStringList parts { QStringLiteral("MPEG-TS") };
    if (analyser.width() > 0)
        //: the size of a video picture
        parts << tr("%1 by %2").arg(analyser.width()).arg(analyser.height());
    if (analyser.framesPerSecond() > 0)
        parts << tr("%1 frames/s").arg(QLocale().toString(analyser.framesPerSecond(), 'f', 1));
    if (analyser.keyEverySeconds() > 0)
        parts << tr("key frame every %1 s").arg(QLocale().toString(analyser.keyEverySeconds(), 'f', 2));
    return format::enumeration(parts);
}

QString TsPage::troubles(const mpegts::TsAnalyser &analyser, qint64 nowMs, bool &isTrouble)
{
    QStringList pids;
    quint64 errors = 0;
    for (const mpegts::TsStream &stream : analyser.streams(nowMs)) {
        errors += stream.recentErrors;
        if (stream.recentErrors > 0)
            pids << TsModel::pidText(stream.pid);
    }
    isTrouble = errors > 0 || analyser.badPackets() > 0;
    QStringList parts;
    if (errors > 0)
        //: %1 is one PID or several
        parts << tr("%n continuity error(s) in the last minute, on %1", nullptr, int(errors))
                     .arg(format::isolated(pids.join(QStringLiteral(", "))));
    if (analyser.badPackets() > 0)
        parts << tr("%n packet(s) out of sync", nullptr, int(analyser.badPackets()));
    if (analyser.otherPids() > 0)
        parts << tr("%n packet(s) of further PIDs", nullptr, int(analyser.otherPids()));
    if (parts.isEmpty())
        return analyser.packets() == 0 ? tr("Nothing came yet.") : tr("No continuity errors in the last minute.");
    return parts.join(QStringLiteral("; "));
}

void TsPage::showFigures(const mpegts::TsAnalyser &analyser, qint64 nowMs)
{
    // A text that can be selected takes its direction from its first letter, which is that of "MPEG-TS".
    const QString mark = isRightToLeft() ? QString(QChar(0x200F)) : QString();
    m_headline->setText(mark + sentence(analyser));
    m_trouble->setText(troubles(analyser, nowMs, m_isTrouble));
    m_model->setStreams(analyser.streams(nowMs));
    m_strip->setFrames(analyser.frames());
    applyTheme();
}

QString TsPage::headline() const
{
    return m_headline->text();
}

QString TsPage::trouble() const
{
    return m_trouble->text();
}

void TsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_model->retranslate();
    QWidget::changeEvent(event);
}

} // namespace relay::gui::tap
