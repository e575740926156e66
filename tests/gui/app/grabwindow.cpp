// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the window over a made-up relay and saves a picture of it: to hold it against the design by eye. With --all one
// of every view, light, dark, German and right-to-left, at 1x and 2x, with dialogs and strips.
#include "gui/app/language.h"
#include "gui/app/mainwindow.h"
#include "gui/app/memory.h"
#include "gui/app/recordpages.h"
#include "gui/app/viewdesk.h"
#include "gui/app/workspace.h"
#include "gui/chart/throughputpanel.h"
#include "gui/chart/throughputplot.h"
#include "gui/dialogs/sampletable.h"
#include "gui/theme/style.h"
#include "gui/views/connectiontable.h"
#include "tests/client/support/fakeadminserver.h"
#include "tests/gui/app/actscene.h"
#include "tests/gui/app/labscene.h"
#include "tests/gui/app/recordscene.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDateTime>
#include <QDialog>
#include <QDir>
#include <QDockWidget>
#include <QEventLoop>
#include <QKeyEvent>
#include <QLineEdit>
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
    option("all", "");
    option("views", "9");
    option("dialog", ""); // palette, connect, kick
    option("type", "");   // into it
    for (const char *flag : { "healthy", "stale", "inspect", "frozen", "deny", "denied", "compare", "cursor", "tap",
                              "taps", "kick", "job", "drain", "add", "masked", "whole" })
        parser.addOption(QCommandLineOption(QString::fromLatin1(flag)));
}

void openDialog(gui::MainWindow &window, const QCommandLineParser &parser)
{
    const QString name = parser.value(QStringLiteral("dialog"));
    if (name == QLatin1String("palette"))
        window.windowActions().palette.trigger();
    else if (name == QLatin1String("connect"))
        window.windowActions().connectTo.trigger();
    else if (name == QLatin1String("kick"))
        window.actions().kickWithReason.trigger();
    const auto dialogs = window.findChildren<QDialog *>();
    for (QDialog *dialog : dialogs)
        if (auto *field = dialog->findChild<QLineEdit *>())
            field->insert(parser.value(QStringLiteral("type")));
    if (!parser.isSet(QStringLiteral("whole"))) // all that a dialog is about
        return;
    if (auto *sample = window.findChild<gui::dialogs::SampleTable *>())
        Q_EMIT sample->allAsked();
}

void pose(gui::MainWindow &window, const client::Mirror &mirror, const QCommandLineParser &parser)
{
    tests::fillRecords(window.page().desk().records());
    window.windowActions().maskAddresses.setChecked(parser.isSet(QStringLiteral("masked")));
    window.showView(static_cast<gui::View>(parser.value(QStringLiteral("view")).toInt()));
    window.setFilter(parser.value(QStringLiteral("filter")));
    if (const int row = parser.value(QStringLiteral("row")).toInt(); row >= 0)
        if (gui::LiveTable *table = window.workspace().currentTable())
            table->selectRow(row);
    gui::chart::ThroughputPanel &chart = window.workspace().throughput();
    if (parser.isSet(QStringLiteral("compare"))) {
        gui::LiveTable *table = window.workspace().currentTable();
        for (const int row : { 0, 1, 4 })
            table->selectionModel()->select(table->model()->index(row, 0),
                                            QItemSelectionModel::Select | QItemSelectionModel::Rows);
        chart.showSelection(true);
    }
    if (parser.isSet(QStringLiteral("cursor")))
        for (int i = 0; i < 8; ++i) {
            QKeyEvent key(QEvent::KeyPress, Qt::Key_Left, {});
            QApplication::sendEvent(&chart.plot(), &key);
        }
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
                    if (each.kind == QLatin1String(kind) && each.role != QLatin1String("subscriber")) {
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
    openDialog(window, parser);
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

void wait(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

//! Every look of every view, into one folder.
class Album
{
public:
    Album(gui::MainWindow &window, gui::Theme &theme, gui::Language &language, const QString &folder)
        : m_window(window)
        , m_theme(theme)
        , m_language(language)
        , m_folder(folder)
    {
        QDir().mkpath(folder);
    }

    void fill(const QString &count, int views)
    {
        m_views = views;
        tests::fillRecords(m_window.page().desk().records());
        struct Look
        {
            const char *name;
            gui::Theme::Mode mode;
            const char *language;
        };
        for (const Look &look :
             { Look { "light", gui::Theme::Mode::Light, "en" }, Look { "dark", gui::Theme::Mode::Dark, "en" },
               Look { "german", gui::Theme::Mode::Light, "de" }, Look { "rtl", gui::Theme::Mode::Light, "ar" },
               Look { "rtl-dark", gui::Theme::Mode::Dark, "ar" } }) {
            m_theme.setMode(look.mode);
            m_language.apply(QString::fromLatin1(look.language));
            m_look = count + QLatin1Char('-') + QString::fromLatin1(look.name);
            for (const QSize size : { QSize(1440, 900), QSize(1280, 800) }) {
                m_window.resize(size);
                m_size = QString::number(size.width());
                takeViews();
            }
            m_window.resize(1440, 900);
            m_size = QStringLiteral("1440");
            takeDialogs();
        }
    }

private:
    void takeViews()
    {
        for (int view = 0; view < m_views; ++view) {
            m_window.showView(static_cast<gui::View>(view));
            wait(200ms);
            if (gui::LiveTable *table = m_window.workspace().currentTable())
                table->selectRow(0);
            save(QStringLiteral("view") + QString::number(view));
        }
        m_window.showView(gui::View::Connections);
    }

    void takeDialogs()
    {
        m_window.workspace().connectionTable().selectRow(0);
        m_window.actions().inspect.trigger();
        save(QStringLiteral("inspect"));
        const auto docks = m_window.findChildren<QDockWidget *>();
        for (QDockWidget *dock : docks)
            dock->close();
        m_window.actions().freeze.trigger();
        save(QStringLiteral("frozen"));
        m_window.actions().freeze.trigger();
        takeDialog(m_window.windowActions().palette, QStringLiteral("palette"));
        takeDialog(m_window.windowActions().connectTo, QStringLiteral("connect"));
        takeDialog(m_window.actions().kickWithReason, QStringLiteral("kick"));
        takeDialog(m_window.actions().denyBooking, QStringLiteral("deny"));
        takeDialog(m_window.actions().drain, QStringLiteral("drain"));
        takeDialog(m_window.actions().addDenial, QStringLiteral("add"));
        m_window.workspace().connectionTable().selectRow(0);
        m_window.actions().tap.trigger();
        wait(1500ms);
        save(QStringLiteral("tap"));
        for (QDockWidget *dock : docks)
            dock->close();
    }

    void takeDialog(QAction &action, const QString &name)
    {
        action.trigger();
        save(name);
        const auto dialogs = m_window.findChildren<QDialog *>();
        for (QDialog *dialog : dialogs)
            dialog->reject();
        wait(50ms);
    }

    void save(const QString &name)
    {
        wait(250ms);
        for (const int scale : { 1, 2 })
            pictureOf(m_window, scale)
                .save(QStringLiteral("%1/%2-%3-%4@%5x.png").arg(m_folder, name, m_look, m_size).arg(scale));
    }

    gui::MainWindow &m_window;
    gui::Theme &m_theme;
    gui::Language &m_language;
    QString m_folder;
    QString m_look;
    QString m_size;
    int m_views = 0;
};

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
    QObject::connect(&theme, &gui::Theme::changed, &application, [&] { QApplication::setPalette(theme.palette()); });
    if (const QString folder = parser.value(QStringLiteral("all")); !folder.isEmpty()) {
        QTimer::singleShot(run, &window, [&, folder] {
            Album(window, theme, language, folder)
                .fill(parser.value(QStringLiteral("count")), parser.value(QStringLiteral("views")).toInt());
            QApplication::quit();
        });
        return QApplication::exec();
    }
    QTimer::singleShot(run, &window, [&] { pose(window, mirror, parser); });
    if (parser.isSet(QStringLiteral("stale")))
        QTimer::singleShot(run + 2s, &server, [&] { server.stop(); });
    QTimer::singleShot(run + (parser.isSet(QStringLiteral("stale")) ? 12s : 2s), &window, [&] {
        pictureOf(window, parser.value(QStringLiteral("scale")).toDouble()).save(parser.value(QStringLiteral("out")));
        QApplication::quit();
    });
    return QApplication::exec();
}
