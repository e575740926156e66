// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

/*!
 * The log of a program: Qt's messages (qCInfo and the like) as lines on stderr, or in a file. A file that logs has its category:
 *
 *     Q_LOGGING_CATEGORY(lcFront, "relay.front")
 *     qCInfo(lcFront).noquote() << "refused" << address << "for" << reason;
 *
 * QT_LOGGING_RULES is stronger than the level and picks single categories.
 */
namespace relay::log {

enum class Level { Debug, Info, Warn, Error };
enum class Form { Text, Json };

//! For option tables: the names, and their meaning.
[[nodiscard]] QStringList levelNames();
[[nodiscard]] QStringList formNames();
//! Further names of levels, that other programs have: trace, warning, fatal, panic.
[[nodiscard]] QStringList otherLevelNames();
[[nodiscard]] std::optional<Level> levelOf(QStringView name);
[[nodiscard]] std::optional<Form> formOf(QStringView name);

//! From now on all messages of the process, from any thread, go to stderr, each in one write.
void start(Level level, Form form);

inline constexpr int kMaxCategories = 64; //!< with a level of their own
/*!
 * This category, or all that match `relay.front.*`, from now on with a level of its own, whatever start() says; no level: as
 * all others. False: too many have one. Any thread.
 */
[[nodiscard]] bool setCategory(const QString &category, std::optional<Level> level);

/*!
 * From now on the lines are appended to this file, which is opened anew each time that this is called, so that it can be
 * moved away; "stdout" is standard output, an empty path standard error. Gives a sentence when the file cannot be
 * opened; the lines go to standard error then.
 */
[[nodiscard]] QString writeTo(const QString &path);

struct Record
{
    QDateTime time;
    Level level = Level::Info;
    QString category;
    QString message;
};

/*!
 * One line with its end. Text: `2026-11-22T10:00:00.123Z info relay.front: message`. Json: an object with ts, level,
 * category and msg. Whatever the message holds (a peer may have chosen parts of it), the line is one line, free of
 * control characters, and at most about 4 KiB long; what is cut off is marked.
 */
[[nodiscard]] QByteArray line(const Record &record, Form form);

} // namespace relay::log
