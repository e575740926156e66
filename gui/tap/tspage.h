// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/mpegts/tsanalyser.h"
#include "gui/theme/theme.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace relay::gui::tap {

class FrameStrip;
class TsModel;

//! The summary of a transport stream: what it is in a sentence, its streams, the rhythm of its frames.
class TsPage : public QWidget
{
    Q_OBJECT
public:
    explicit TsPage(const Theme &theme, QWidget *parent = nullptr);

    //! `nowMs` by the clock of what was fed.
    void showFigures(const mpegts::TsAnalyser &analyser, qint64 nowMs);
    [[nodiscard]] QString headline() const;
    [[nodiscard]] QString trouble() const;
    [[nodiscard]] TsModel &streams() { return *m_model; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyTheme();
    [[nodiscard]] static QString sentence(const mpegts::TsAnalyser &analyser);
    [[nodiscard]] static QString troubles(const mpegts::TsAnalyser &analyser, qint64 nowMs, bool &isTrouble);

    const Theme &m_theme;
    TsModel *m_model;
    QLabel *m_headline;
    QLabel *m_trouble;
    QTableView *m_table;
    FrameStrip *m_strip;
    bool m_isTrouble = false;
};

} // namespace relay::gui::tap
