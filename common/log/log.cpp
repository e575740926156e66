// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/log/log.h"

#include "common/format/escape.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>

#include <atomic>
#include <cerrno>
#include <unistd.h>

namespace relay::log {

namespace {

constexpr qsizetype kLongestMessage = 3000; // UTF-16 units, before escapes

// A message handler is a plain function: what it needs can only be global.
std::atomic<Form> s_form = Form::Text;

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
    const char *from = line.constData();
    for (qsizetype left = line.size(); left > 0;) {
        const ssize_t written = ::write(STDERR_FILENO, from, size_t(left));
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

} // namespace

QStringList levelNames()
{
    return { QStringLiteral("debug"), QStringLiteral("info"), QStringLiteral("warn"), QStringLiteral("error") };
}

QStringList formNames()
{
    return { QStringLiteral("text"), QStringLiteral("json") };
}

std::optional<Level> levelOf(QStringView name)
{
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
    QLoggingCategory::setFilterRules(rulesFor(level));
    qInstallMessageHandler(handle);
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
