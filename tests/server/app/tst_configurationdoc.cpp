// SPDX-License-Identifier: GPL-3.0-or-later
// docs/configuration.md says what is true: every option, its default, and whether SIGHUP changes it.
#include "server/app/options.h"
#include "server/app/optiontable.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace relay;
using namespace relay::app;

namespace {

struct Row
{
    QString defaultValue;
    bool isChangeable = false;
};

//! Rows such as: | `listen` | `127.0.0.1:9999` | ✓ | ... |
QMap<QString, Row> documented()
{
    QFile file(qEnvironmentVariable("RELAY_SOURCE_DIR") + QStringLiteral("/docs/configuration.md"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(file.fileName()));
    static const QRegularExpression row(
        QStringLiteral("^\\| (`[a-z-]+`(?:, `[a-z-]+`)*) \\| (?:`([^`]*)` )?\\| (✓ )?\\| .*\\|$"),
        QRegularExpression::MultilineOption);
    QMap<QString, Row> rows;
    for (auto matches = row.globalMatch(QString::fromUtf8(file.readAll())); matches.hasNext();) {
        const auto match = matches.next();
        const QStringList names = match.captured(1).remove(u'`').split(QStringLiteral(", "));
        for (const QString &name : names)
            rows.insert(name, { match.captured(2), !match.captured(3).isEmpty() });
    }
    return rows;
}

//! Of no meaning any more, so not in the tables.
bool isFormer(const QString &name)
{
    return name == u"buffer-size" || name == u"profile" || name == u"port-profile";
}

} // namespace

class ConfigurationDocTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyOptionIsThereAsItIs()
    {
        QMap<QString, Row> rows = documented();
        const auto read = readOptionsAgain({ QStringLiteral("relayd") });
        const auto fixed = std::get<Options>(read).fixed;
        for (const config::OptionSpec &option : optionTable().options) {
            if (isFormer(option.name))
                continue;
            QVERIFY2(rows.contains(option.name), qPrintable(QStringLiteral("has no row for ") + option.name));
            const Row row = rows.take(option.name);
            const QString defaultValue = option.kind == config::Kind::Boolean && option.defaultValue.isEmpty()
                ? QStringLiteral("false")
                : option.defaultValue;
            QVERIFY2(row.defaultValue == defaultValue, qPrintable(option.name));
            QVERIFY2(row.isChangeable == !fixed.contains(option.name), qPrintable(option.name));
        }
        QVERIFY2(rows.isEmpty(), qPrintable(rows.keys().join(u' '))); // nothing that does not exist
    }
};

QTEST_GUILESS_MAIN(ConfigurationDocTest)
#include "tst_configurationdoc.moc"
