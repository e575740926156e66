// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/dialogs/kickorder.h"
#include "gui/theme/theme.h"

#include <QWidget>

#include <array>

class QButtonGroup;
class QComboBox;
class QLabel;
class QRadioButton;

namespace relay::gui::dialogs {

/*!
 * What should happen to the targets of a kick: one of four, each with a sentence that says what comes of it. What the
 * relay cannot do is disabled and says why.
 */
class KickChoices : public QWidget
{
    Q_OBJECT
public:
    KickChoices(const KickQuestion &question, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] KickWhat what() const;
    [[nodiscard]] int holdSeconds() const;
    [[nodiscard]] qint64 denyForMs() const;
    //! The sentences, for these targets; what a denial cuts beside them is told as well.
    void describe(const QVector<client::Connection> &named);
    void setTight(bool isTight); //!< the sentence of the one that is chosen only
    [[nodiscard]] QRadioButton *button(KickWhat what) const { return m_rows.at(size_t(what)).button; }

Q_SIGNALS:
    void changed();

private:
    struct Row
    {
        QRadioButton *button = nullptr;
        QLabel *sentence = nullptr;
        QComboBox *time = nullptr;
    };
    void build(KickWhat what, bool hasTime);
    void fillTimes(QComboBox &box, const QVector<int> &seconds, int first);
    void applyTheme();
    [[nodiscard]] QString bookingSentence(const QVector<client::Connection> &named) const;
    [[nodiscard]] QString addressSentence(const QVector<client::Connection> &named) const;
    [[nodiscard]] QString furtherSentence(KickWhat what, const QVector<client::Connection> &named) const;
    void allow(KickWhat what, bool isThere, const QString &whyNot);

    KickQuestion m_question;
    const Theme &m_theme;
    QLabel *m_title;
    QButtonGroup *m_group;
    std::array<Row, 4> m_rows;
};

} // namespace relay::gui::dialogs
