// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app/actoptions.h"

#include "client/app/moment.h"
#include "common/admin/acts.h"
#include "common/format/escape.h"

#include <QCommandLineParser>

#include <limits>

namespace relay::client {

namespace {

QCommandLineOption option(const char *name, const char *help, const char *value = nullptr)
{
    return value ? QCommandLineOption(QString::fromLatin1(name), QString::fromLatin1(help), QString::fromLatin1(value))
                 : QCommandLineOption(QString::fromLatin1(name), QString::fromLatin1(help));
}

//! Reads options one after the other; the first fault stays.
class Reader
{
public:
    explicit Reader(const QCommandLineParser &parser)
        : m_parser(parser)
    {
    }

    void number(const char *name, int &value, int least, int most)
    {
        if (!isGiven(name))
            return;
        bool isNumber = false;
        const int read = text(name).toInt(&isNumber);
        if (isNumber && read >= least && read <= most)
            value = read;
        else
            m_fault
                = QStringLiteral("--%1 needs a whole number from %2 to %3.").arg(QLatin1String(name)).arg(least).arg(most);
    }
    void length(const char *name, std::chrono::milliseconds &value, std::chrono::milliseconds most)
    {
        if (!isGiven(name))
            return;
        const QDateTime now = QDateTime::currentDateTime();
        const auto end = parseMoment(text(name), now);
        const auto read = std::chrono::milliseconds(end ? now.msecsTo(*end) : 0);
        if (read >= std::chrono::seconds(1) && read <= most)
            value = read;
        else
            m_fault = QStringLiteral("--%1 '%2' is no length of time from 1s to %3s; 90s, 10m and 2h are.")
                          .arg(QLatin1String(name), format::escaped(text(name)))
                          .arg(std::chrono::duration_cast<std::chrono::seconds>(most).count());
    }
    void length(const char *name, std::chrono::seconds &value, std::chrono::seconds most)
    {
        std::chrono::milliseconds read = value;
        length(name, read, std::chrono::milliseconds(most));
        value = std::chrono::duration_cast<std::chrono::seconds>(read);
    }
    void word(const char *name, QString &value, const QStringList &words)
    {
        if (!isGiven(name))
            return;
        value = text(name);
        if (!words.contains(value))
            m_fault = QStringLiteral("--%1 '%2' is none of %3.")
                          .arg(QLatin1String(name), format::escaped(value), words.join(QStringLiteral(", ")));
    }
    void name(const char *option, QString &value)
    {
        if (!isGiven(option))
            return;
        value = text(option);
        if (value.isEmpty())
            m_fault = QStringLiteral("--%1 is empty.").arg(QLatin1String(option));
    }
    [[nodiscard]] const QString &fault() const { return m_fault; }

private:
    [[nodiscard]] bool isGiven(const char *name) const
    {
        return m_fault.isEmpty() && m_parser.isSet(QString::fromLatin1(name));
    }
    [[nodiscard]] QString text(const char *name) const { return m_parser.value(QString::fromLatin1(name)); }

    const QCommandLineParser &m_parser;
    QString m_fault;
};

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

} // namespace

QList<QCommandLineOption> actOptionList()
{
    return {
        option("per-second", "Kick so many a second, 1 to 1000, as a job that 'job cancel' stops.", "N"),
        option("hold", "Keep the addresses that are kicked from coming back to their topics for so long, up to 1h.",
               "LENGTH"),
        option("dry-run", "Kick nobody: show whom it would meet."),
        option("expect",
               "Kick only if they are exactly so many. Default with --filter: as many as there are right before.", "N"),
        option("subject", "Deny whoever has a token for this subject (its claim sub).", "NAME"),
        option("address", "Deny this address or network, such as 192.0.2.7 or 192.0.2.0/24; for 1h unless --until says.",
               "ADDRESS"),
        option("force", "Deny also this machine itself, or a large part of the world."),
        option("keep", "Deny only who comes from now on; connections that are open stay."),
        option("form",
               "How tap shows messages: hex, text, json, or mpegts for the heads of its packets. Default: text as "
               "text, other as hex.",
               "FORM"),
        option("direction",
               "What tap shows: in is what peers send, out what they get. Default: in of a topic, both of a "
               "connection.",
               "in|out|both"),
        option("preview", "Bytes of each message that tap shows, up to 4096. Default: 256.", "BYTES"),
        option("messages", "End tap after so many messages, up to 100000. Default: 1000.", "N"),
        option("for", "End tap after so long, up to 5m. Default: 60s.", "LENGTH"),
        option("sample", "Of the messages show every Nth. Default: 1.", "N"),
        option("within", "End relayd after so long at the latest, up to 24h; earlier when nobody is left.", "LENGTH"),
        option("cancel", "Call the drain off."),
    };
}

QString readActOptions(const QCommandLineParser &parser, ActOptions &options)
{
    Reader reader(parser);
    reader.number("per-second", options.perSecond, 1, admin::kMaxKicksPerSecond);
    reader.length("hold", options.hold, admin::kLongestHold);
    reader.number("expect", options.expectCount, 0, std::numeric_limits<int>::max());
    reader.name("subject", options.subject);
    reader.name("address", options.address);
    reader.word("form", options.form, words("hex text json mpegts"));
    reader.word("direction", options.direction, words("in out both"));
    reader.number("preview", options.previewBytes, 1, admin::tap::kMaxPreview);
    reader.number("messages", options.maxMessages, 1, admin::tap::kMaxMessages);
    reader.length("for", options.length, admin::tap::kLongest);
    reader.number("sample", options.sample, 1, admin::tap::kMaxSample);
    reader.length("within", options.within, std::chrono::milliseconds(admin::kLongestDrain));
    options.isDryRun = parser.isSet(QStringLiteral("dry-run"));
    options.isForced = parser.isSet(QStringLiteral("force"));
    options.keepsConnections = parser.isSet(QStringLiteral("keep"));
    options.isCancel = parser.isSet(QStringLiteral("cancel"));
    return reader.fault();
}

} // namespace relay::client
