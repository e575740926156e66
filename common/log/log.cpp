// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/log/log.h"

#include "common/format/escape.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <mutex>
#include <unistd.h>
#include <utility>

namespace relay::log {

namespace {

constexpr qsizetype kLongestMessage = 3000; // UTF-16 units, before escapes

// A message handler is a plain function: what it needs can only be global.
std::atomic<Form> s_form = Form::Text;
std::atomic<int> s_descriptor = STDERR_FILENO;

QString nameOf(Level level)
{
    return levelNames().at(int(level));
}

Level levelOf(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg: return Level::Debug;
    case QtInfoMsg: return Level::Info;
    case QtWarningMsg: return Level::Warn;
    case QtCriticalMsg:
    case QtFatalMsg: break;
    }
    return Level::Error;
}

QString shortened(const QString &message)
{
    if (message.size() <= kLongestMessage)
        return message;
    const qsizetype cut = message.size() - kLongestMessage;
    return QStringLiteral("%1... (%2 more)").arg(message.first(kLongestMessage)).arg(cut);
}

//! What JSON leaves as it is but a terminal would act on.
QString withoutHazards(const QString &json)
{
    QString out;
    out.reserve(json.size());
    for (const QChar c : json) {
        if (format::isHazardous(c.unicode()) && !c.isSurrogate())
            out += QStringLiteral("\\u%1").arg(uint(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    return out;
}

void write(const QByteArray &line)
{
    const int descriptor = s_descriptor.load(std::memory_order_relaxed);
    const char *from = line.constData();
    for (qsizetype left = line.size(); left > 0;) {
        const ssize_t written = ::write(descriptor, from, size_t(left));
        if (written < 0 && errno != EINTR)
            return; // nobody to tell
        if (written > 0) {
            from += written;
            left -= written;
        }
    }
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QString category = QString::fromUtf8(context.category);
    write(line({ QDateTime::currentDateTimeUtc(), levelOf(type),
                 category == QLatin1String("default") ? QStringLiteral("relay") : category, message },
               s_form.load(std::memory_order_relaxed)));
}

QString rulesFor(Level level)
{
    // Qt's own categories keep their debug messages to themselves.
    QString rules = level == Level::Debug ? QStringLiteral("relay.*.debug=true\n") : QStringLiteral("*.debug=false\n");
    if (level >= Level::Warn)
        rules += QLatin1String("*.info=false\n");
    if (level >= Level::Error)
        rules += QLatin1String("*.warning=false\n");
    return rules;
}

//! What is logged: the level of all, and those of some.
struct Levels
{
    std::mutex mutex;
    Level all = Level::Info;
    std::map<QString, Level> own;
};

Levels &levels()
{
    static Levels all;
    return all;
}

//! Later rules are stronger.
void applyRules(const Levels &now)
{
    QString rules = rulesFor(now.all);
    for (const auto &[category, level] : now.own) {
        for (const auto &[least, word] : { std::pair(Level::Debug, "debug"), std::pair(Level::Info, "info"),
                                           std::pair(Level::Warn, "warning"), std::pair(Level::Error, "critical") })
            rules += category + QLatin1Char('.') + QLatin1String(word)
                + (level <= least ? QLatin1String("=true\n") : QLatin1String("=false\n"));
    }
    QLoggingCategory::setFilterRules(rules);
}

} // namespace

QStringList levelNames()
{
    return { QStringLiteral("debug"), QStringLiteral("info"), QStringLiteral("warn"), QStringLiteral("error") };
}

QStringList formNames()
{
    return { QStringLiteral("text"), QStringLiteral("json") };
}

QStringList otherLevelNames()
{
    return { QStringLiteral("trace"), QStringLiteral("warning"), QStringLiteral("fatal"), QStringLiteral("panic") };
}

std::optional<Level> levelOf(QStringView name)
{
    constexpr std::array<Level, 4> kOthers = { Level::Debug, Level::Warn, Level::Error, Level::Error };
    if (const qsizetype index = otherLevelNames().indexOf(name); index >= 0)
        return kOthers[std::size_t(index)];
    const qsizetype index = levelNames().indexOf(name);
    return index < 0 ? std::nullopt : std::optional(Level(index));
}

std::optional<Form> formOf(QStringView name)
{
    const qsizetype index = formNames().indexOf(name);
    return index < 0 ? std::nullopt : std::optional(Form(index));
}

void start(Level level, Form form)
{
    s_form = form;
    {
        Levels &now = levels();
        const std::lock_guard lock(now.mutex);
        now.all = level;
        applyRules(now);
    }
    qInstallMessageHandler(handle);
}

bool setCategory(const QString &category, std::optional<Level> level)
{
    Levels &now = levels();
    const std::lock_guard lock(now.mutex);
    if (level && now.own.size() >= std::size_t(kMaxCategories) && !now.own.contains(category))
        return false;
    if (level)
        now.own[category] = *level;
    else
        now.own.erase(category);
    applyRules(now);
    return true;
}

QString writeTo(const QString &path)
{
    static int s_file = -1; // keeps its number when it is opened anew, so that no other thread writes elsewhere
    if (path.isEmpty() || path == u"stdout") {
        s_descriptor = path.isEmpty() ? STDERR_FILENO : STDOUT_FILENO;
        return {};
    }
    constexpr mode_t kMode = 0640;
    const int opened = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, kMode);
    if (opened < 0) {
        const QString why = QString::fromLocal8Bit(std::strerror(errno));
        s_descriptor = STDERR_FILENO;
        return QStringLiteral("cannot write the log to %1: %2; it goes to standard error").arg(path, why);
    }
    if (s_file < 0) {
        s_file = opened;
    } else {
        ::dup3(opened, s_file, O_CLOEXEC);
        ::close(opened);
    }
    s_descriptor = s_file;
    return {};
}

QByteArray line(const Record &record, Form form)
{
    const QString time = record.time.toUTC().toString(Qt::ISODateWithMs);
    const QString message = shortened(record.message);
    if (form == Form::Json) {
        const QJsonObject object {
            { QStringLiteral("ts"), time },
            { QStringLiteral("level"), nameOf(record.level) },
            { QStringLiteral("category"), record.category },
            { QStringLiteral("msg"), message },
        };
        const QByteArray json = QJsonDocument(object).toJson(QJsonDocument::Compact);
        return withoutHazards(QString::fromUtf8(json)).toUtf8() + '\n';
    }
    const QString text = QStringLiteral("%1 %2 %3: ").arg(time, nameOf(record.level), format::escaped(record.category))
        + format::escaped(message) + u'\n';
    return text.toUtf8();
}

} // namespace relay::log
