// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/host/rules.h"

#include <QTimer>

class QFile;

namespace relay::client::host {

/*!
 * Rules in a file, so that they outlive the program: {"destinations":{id:rule},"streams":{name:feeds}}, tokens and all,
 * therefore readable by its owner only. Replaced as a whole after each change, so that it is never half written. One
 * thread; waits for the disk.
 */
class RulesFile : public QObject
{
    Q_OBJECT
public:
    //! The rules outlive it. unsavedId: a rule that somebody else is in charge of.
    RulesFile(Rules &rules, QString path, QString unsavedId = {}, QObject *parent = nullptr);

    /*!
     * Adds what the file says to the rules. Empty on success, also where there is no file yet; else a sentence that says
     * what to do. Changes are saved from then on; until there is one, the file stays as somebody wrote it.
     */
    [[nodiscard]] QString load();
    //! Saves now what would be saved soon: before whoever made the change hears that it was made.
    void save();

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    void changed();
    [[nodiscard]] QByteArray text() const;
    [[nodiscard]] QString read(QFile &file);
    [[nodiscard]] QString take(const QByteArray &text);
    [[nodiscard]] QString write(const QByteArray &text) const;

    Rules &m_rules;
    QString m_path;
    QString m_unsavedId;
    QTimer m_soon;
    bool m_isChanged = false; // and not saved yet
};

} // namespace relay::client::host
