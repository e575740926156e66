// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the window over a made-up relay and saves a picture of it: to hold it against the design by eye.
#include "gui/app/language.h"
#include "gui/app/mainwindow.h"
#include "gui/app/memory.h"
#include "gui/app/workspace.h"
#include "gui/theme/style.h"
#include "gui/views/connectiontable.h"
#include "tests/client/support/fakeadminserver.h"
#include "tests/gui/app/actscene.h"
#include "tests/gui/app/labscene.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDateTime>
#include <QDialog>
#include <QPainter>
#include <QTemporaryDir>
#include <QTimer>

#include <chrono>

using namespace relay;
using namespace std::chrono_literals;

namespace {

void addOptions(QCommandLineParser &parser)
{
    parser.addHelpOption();
    const auto option = [&parser](const char *name, const char *fallback) {
        parser.addOption(
            { QString::fromLatin1(name), QString(), QStringLiteral("VALUE"), QString::fromLatin1(fallback) });
    };
    option("out", "window.png");
    option("count", "2000");
    option("theme", "light");
    option("language", "en");
    option("size", "1440x900");
    option("seconds", "30");
    option("view", "0");
    option("row", "0");
    option("filter", "");
    option("scale", "1");
    option("mode", "secured");
    for (const char *flag :
         { "healthy", "stale", "inspect", "frozen", "deny", "denied", "tap", "taps", "kick", "job", "drain", "add" })
        parser.addOption(QCommandLineOption(QString::fromLatin1(flag)));
}

void pose(gui::MainWindow &window, const client::Mirror &mirror, const QCommandLineParser &parser)
{
    window.showView(static_cast<gui::View>(parser.value(QStringLiteral("view")).toInt()));
    window.setFilter(parser.value(QStringLiteral("filter")));
    if (const int row = parser.value(QStringLiteral("row")).toInt(); row >= 0)
        if (gui::LiveTable *table = window.workspace().currentTable())
            table->selectRow(row);
    if (parser.isSet(QStringLiteral("inspect")))
        window.actions().inspect.trigger();
    if (parser.isSet(QStringLiteral("frozen")))
        window.actions().freeze.trigger();
    if (parser.isSet(QStringLiteral("deny")) || parser.isSet(QStringLiteral("denied")))
        window.actions().denyBooking.trigger();
    if (parser.isSet(QStringLiteral("tap")) || parser.isSet(QStringLiteral("taps"))) {
        auto &table = window.workspace().connectionTable();
        const quint64 id = table.selectedIds().value(0);
        if (parser.isSet(QStringLiteral("taps"))) { // of one of each kind
            for (const char *kind : { "video", "data" })
                for (const client::Connection &each : mirror.connections())
                    if (each.kind == QLatin1String(kind) && each.role == QLatin1String("publisher")) {
                        table.select(each.id);
                        window.actions().tap.trigger();
                        break;
                    }
            table.select(id);
        } else {
            window.actions().tap.trigger();
        }
    }
    if (parser.isSet(QStringLiteral("kick"))) {
        window.workspace().connectionTable().selectAll();
        window.actions().kick.trigger();
    }
    if (parser.isSet(QStringLiteral("drain")))
        window.actions().drain.trigger();
    if (parser.isSet(QStringLiteral("add")))
        window.actions().addDenial.trigger();
    if (parser.isSet(QStringLiteral("denied")))
        window.findChild<QDialog *>()->accept();
}

//! The window, with the dialog that stands over it.
QPixmap pictureOf(QWidget &window, qreal scale)
{
    QPixmap picture(window.size() * scale);
    picture.setDevicePixelRatio(scale);
    window.render(&picture);
    QPainter painter(&picture);
    const auto dialogs = window.findChildren<QDialog *>();
    for (QDialog *dialog : dialogs)
        if (dialog->isVisible())
            painter.drawPixmap(window.mapFromGlobal(dialog->pos()), dialog->grab());
    return picture;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(application);

    tests::FakeAdminServer server;
    server.setMode(parser.value(QStringLiteral("mode")));
    if (!server.listen())
        return 1;
    tests::LabScene scene(server.world());
    scene.build(parser.value(QStringLiteral("count")).toInt(), parser.isSet(QStringLiteral("healthy")));
    tests::ActScene acts(server);
    QTimer quarter;
    QObject::connect(&quarter, &QTimer::timeout, &application, [&acts] { acts.tick(); });
    quarter.start(250ms);
    if (parser.isSet(QStringLiteral("job")))
        QTimer::singleShot(std::chrono::seconds(parser.value(QStringLiteral("seconds")).toInt()) - 500ms, &application,
                           [&acts] {
                               acts.startJob(79);
                               acts.showSomebodysTap();
                           });
    QTimer second;
    QObject::connect(&second, &QTimer::timeout, &application, [&scene] { scene.tick(); });
    second.start(1s);

    gui::Theme theme;
    theme.setMode(parser.value(QStringLiteral("theme")) == QLatin1String("dark") ? gui::Theme::Mode::Dark
                                                                                 : gui::Theme::Mode::Light);
    QApplication::setStyle(new gui::Style(theme));
    QApplication::setPalette(theme.palette());
    QApplication::setFont(theme.font(gui::Theme::Type::Body));
    gui::Language language;
    language.apply(parser.value(QStringLiteral("language")));
    const QTemporaryDir directory;
    gui::Memory memory(directory.filePath(QStringLiteral("memory.ini")));
    client::AdminClient client;
    client::Mirror mirror(client);
    gui::MainWindow window(
        { client, mirror, theme, memory, language, [] { return QDateTime::currentMSecsSinceEpoch(); } });
    const QStringList size = parser.value(QStringLiteral("size")).split(QLatin1Char('x'));
    window.resize(size.value(0).toInt(), size.value(1).toInt());
    client.connectToServer(server.path(), true);
    window.show();

    const std::chrono::seconds run(parser.value(QStringLiteral("seconds")).toInt());
    QTimer::singleShot(run, &window, [&] { pose(window, mirror, parser); });
    if (parser.isSet(QStringLiteral("stale")))
        QTimer::singleShot(run + 2s, &server, [&] { server.stop(); });
    QTimer::singleShot(run + (parser.isSet(QStringLiteral("stale")) ? 12s : 2s), &window, [&] {
        pictureOf(window, parser.value(QStringLiteral("scale")).toDouble()).save(parser.value(QStringLiteral("out")));
        QApplication::quit();
    });
    return QApplication::exec();
}
