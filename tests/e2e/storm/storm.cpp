// SPDX-License-Identifier: GPL-3.0-or-later
// Many clients in one process, each with our own session and its patience: what a relay sees when it comes back.
#include "client/session/session.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <cstdio>
#include <memory>
#include <vector>

using namespace relay::client::session;

namespace {

constexpr char kUsage[]
    = "usage: relay_storm URL TOKEN-FILE|- CLIENTS START-MS\n"
      "CLIENTS sessions on URL, the first tries of which are spread over START-MS. Writes a line for "
      "each change:\nMS CLIENT asking|dialling|open|waiting|ended HTTP-STATUS WAIT-MS\n";

const char *wordFor(Status::State state)
{
    switch (state) {
    case Status::State::Asking: return "asking";
    case Status::State::Dialling: return "dialling";
    case Status::State::Open: return "open";
    case Status::State::Waiting: return "waiting";
    case Status::State::Ended: return "ended";
    }
    return "?";
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto target = arguments.size() == 5
        ? makeTarget(arguments[1], arguments[2] == u"-" ? QString() : arguments[2], {})
        : std::variant<Target, QString>(QString::fromLatin1(kUsage));
    if (const auto *fault = std::get_if<QString>(&target)) {
        std::fprintf(stderr, "%s\n", qPrintable(*fault));
        return 2;
    }
    const int clients = arguments[3].toInt();
    const int startMs = arguments[4].toInt();
    QElapsedTimer clock;
    clock.start();
    std::vector<std::unique_ptr<Session>> sessions;
    for (int i = 0; i < clients; ++i) {
        sessions.push_back(std::make_unique<Session>(std::get<Target>(target), SessionOptions {}));
        Session *const session = sessions.back().get();
        QObject::connect(session, &Session::statusChanged, session, [i, &clock](const Status &status) {
            std::printf("%lld %d %s %d %lld\n", static_cast<long long>(clock.elapsed()), i, wordFor(status.state),
                        status.httpStatus, static_cast<long long>(status.wait.count()));
            std::fflush(stdout);
        });
        QTimer::singleShot(int(qint64(i) * startMs / clients), session, &Session::start);
    }
    return QCoreApplication::exec();
}
