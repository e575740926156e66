// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/program.h"

#include "gui/app/language.h"
#include "gui/app/mainwindow.h"
#include "gui/app/memory.h"
#include "gui/app/options.h"
#include "gui/theme/style.h"

#include <QApplication>
#include <QDateTime>
#include <QProcessEnvironment>

#include <utility>

namespace relay::gui {

namespace {

QStringList toStrings(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

void dress(QApplication &application, const Theme &theme)
{
    QApplication::setPalette(theme.palette());
    application.setFont(theme.font(Theme::Type::Body));
}

//! What the command line names, else the relays of last time, else the one that is found. At least one.
QVector<Place> firstPlaces(const Options &options, const Memory &memory)
{
    if (options.ssh)
        return { *options.ssh };
    Place local;
    local.socketPath = options.socketPath;
    const QVector<Place> remembered = options.socketPath.isEmpty() ? memory.openPlaces() : QVector<Place>();
    return remembered.isEmpty() ? QVector<Place> { local } : remembered;
}

} // namespace

int runProgram(int argc, char **argv)
{
    // Before QApplication, so that --help and --version need no display.
    const auto read = readOptions(toStrings(argc, argv), QProcessEnvironment::systemEnvironment());
    if (const auto *exit = std::get_if<config::Exit>(&read))
        return config::print(*exit);
    const auto &options = std::get<Options>(read);

    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("relay-dashboard"));
    QApplication::setApplicationDisplayName(QStringLiteral("Relay"));
    QApplication::setApplicationVersion(QStringLiteral(RELAY_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("relay-dashboard"));

    Memory memory;
    Theme theme;
    theme.setMode(options.theme.value_or(memory.theme()));
    QApplication::setStyle(new Style(theme));
    QApplication::setWindowIcon(theme.icon(QStringLiteral("relay"), {}));
    dress(application, theme);
    QObject::connect(&theme, &Theme::changed, &application, [&] { dress(application, theme); });
    Language language;
    language.apply(Language::best(options.language.isEmpty() ? memory.language() : options.language));

    QVector<Place> places = firstPlaces(options, memory);
    Relay first(places.takeFirst());
    MainWindow window({ first.client(), first.mirror(), theme, memory, language,
                        [] { return QDateTime::currentMSecsSinceEpoch(); }, first.place(), first.ssh() });
    window.open(options.start);
    first.connectToIt();
    for (const Place &place : std::as_const(places))
        window.openPlace(place);
    window.showTab(0);
    window.show();
    return QApplication::exec();
}

} // namespace relay::gui
