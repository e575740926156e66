// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/options.h"

#include "common/admin/socketpath.h"

namespace relay::gui {

namespace {

QStringList viewKeys()
{
    QStringList keys;
    for (int view = 0; view < kViews; ++view)
        keys.append(viewKey(static_cast<View>(view)));
    return keys;
}

QString checkSocket(const QString &path)
{
    if (!path.startsWith(QLatin1Char('/')))
        return QStringLiteral("must be an absolute path");
    if (path.toLocal8Bit().size() > admin::kMaxSocketPath)
        return QStringLiteral("must be at most %1 bytes long").arg(admin::kMaxSocketPath);
    return {};
}

QString checkHost(const QString &text)
{
    const auto place = Place::fromText(text);
    return place && place->isRemote()
        ? QString()
        : QStringLiteral("must be [USER@]HOST[:PORT], and may go on with a socket's /PATH");
}

config::OptionTable optionTable()
{
    config::OptionTable table;
    table.program = QStringLiteral("relay-dashboard");
    table.summary = QStringLiteral("Shows what relayd is doing, live, and lets you steer it; several of them in tabs.");
    table.version = QStringLiteral(RELAY_VERSION);
    table.environmentPrefix = QStringLiteral("RELAY_DASHBOARD_");
    table.hasFile = false;
    table.options = {
        { .name = QStringLiteral("socket"),
          .help = QStringLiteral("Admin socket of the relayd; without it the usual places are looked at"),
          .valueName = QStringLiteral("PATH"),
          .otherVariables = { QStringLiteral("RELAY_ADMIN_SOCKET") },
          .check = checkSocket },
        { .name = QStringLiteral("ssh"),
          .help = QStringLiteral("Host whose relayd to show, over ssh, instead of one on this computer: "
                                 "anna@relay-1.lab, relay-1.lab:2222/run/relay/admin.sock"),
          .valueName = QStringLiteral("HOST"),
          .check = checkHost },
        { .name = QStringLiteral("theme"),
          .help = QStringLiteral("Colours of the window, this time"),
          .valueName = QStringLiteral("THEME"),
          .choices = { QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark") } },
        { .name = QStringLiteral("language"),
          .help = QStringLiteral("Language of the window, this time: en, de, ar"),
          .valueName = QStringLiteral("CODE") },
        { .name = QStringLiteral("view"),
          .help = QStringLiteral("What to show first"),
          .valueName = QStringLiteral("VIEW"),
          .choices = viewKeys() },
        { .name = QStringLiteral("filter"),
          .help = QStringLiteral("Show only what this matches, such as topic:spin* or drops>0; change it in the window"),
          .valueName = QStringLiteral("TEXT") },
        { .name = QStringLiteral("select"),
          .help = QStringLiteral("Select the connection with this number, as relay admin connections gives it"),
          .kind = config::Kind::Integer,
          .valueName = QStringLiteral("NUMBER"),
          .minimum = 1 },
    };
    return table;
}

Theme::Mode themeOf(const QString &name)
{
    if (name == QLatin1String("light"))
        return Theme::Mode::Light;
    return name == QLatin1String("dark") ? Theme::Mode::Dark : Theme::Mode::System;
}

} // namespace

std::variant<Options, config::Exit> readOptions(const QStringList &arguments, const QProcessEnvironment &environment)
{
    auto loaded = config::load(optionTable(), arguments, environment);
    if (auto *exit = std::get_if<config::Exit>(&loaded))
        return *exit;
    const auto &settings = std::get<config::Settings>(loaded);
    Options options;
    options.socketPath = settings.text(u"socket");
    if (settings.isSet(u"ssh"))
        options.ssh = Place::fromText(settings.text(u"ssh"));
    if (settings.isSet(u"theme"))
        options.theme = themeOf(settings.text(u"theme"));
    options.language = settings.text(u"language");
    options.start.view = viewOfKey(settings.text(u"view"));
    options.start.filter = settings.text(u"filter");
    if (settings.isSet(u"select"))
        options.start.connection = static_cast<quint64>(settings.integer(u"select"));
    return options;
}

} // namespace relay::gui
