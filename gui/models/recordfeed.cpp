// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/recordfeed.h"

#include <QJsonObject>
#include <QPointer>

#include <chrono>
#include <utility>

namespace relay::gui {

using namespace std::chrono_literals;

namespace {

constexpr int kListLimit = 256; // the most that a relay gives in one answer
constexpr int kMostPages = 4;

} // namespace

Record toRecord(const client::Event &event)
{
    return readRecord(RecordKind::Event,
                      { { QStringLiteral("n"), static_cast<qint64>(event.n) },
                        { QStringLiteral("at"), event.at },
                        { QStringLiteral("level"), event.level },
                        { QStringLiteral("code"), event.code },
                        { QStringLiteral("text"), event.text },
                        { QStringLiteral("data"), event.data } });
}

Record toRecord(const client::AuditRecord &audit)
{
    return readRecord(
        RecordKind::Audit,
        { { QStringLiteral("n"), static_cast<qint64>(audit.n) },
          { QStringLiteral("at"), audit.at },
          { QStringLiteral("uid"), audit.uid },
          { QStringLiteral("user"), audit.user },
          { QStringLiteral("pid"), audit.pid },
          { QStringLiteral("client"), audit.client },
          { QStringLiteral("action"), audit.action },
          { QStringLiteral("target"), audit.target },
          { QStringLiteral("targetKind"), audit.targetKind },
          { QStringLiteral("targetName"), audit.targetName },
          { QStringLiteral("reason"), audit.reason },
          { QStringLiteral("result"), audit.result },
          { QStringLiteral("outcome"), audit.isRefused ? QStringLiteral("refused") : QStringLiteral("done") } });
}

Record toRecord(const client::ClosedConnection &closed)
{
    const client::Connection &c = closed.connection;
    return readRecord(RecordKind::Closed,
                      { { QStringLiteral("id"), static_cast<qint64>(c.id) },
                        { QStringLiteral("topic"), c.topic },
                        { QStringLiteral("kind"), c.kind },
                        { QStringLiteral("role"), c.role },
                        { QStringLiteral("address"), c.address },
                        { QStringLiteral("bookingId"), c.bookingId },
                        { QStringLiteral("userAgent"), c.userAgent },
                        { QStringLiteral("openedAt"), c.openedAt },
                        { QStringLiteral("closedAt"), closed.closedAt },
                        { QStringLiteral("code"), closed.code },
                        { QStringLiteral("reason"), closed.reason },
                        { QStringLiteral("inBytes"), static_cast<qint64>(c.inBytes) },
                        { QStringLiteral("outBytes"), static_cast<qint64>(c.outBytes) },
                        { QStringLiteral("dropped"), static_cast<qint64>(c.dropped) } });
}

RecordFeed::RecordFeed(client::AdminClient &, RecordModel &model, QObject *parent)
    : QObject(parent)
    , m_model(model)
{
}

void RecordFeed::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged();
}

ShellRecords::ShellRecords(client::AdminClient &client, RecordModel &model, QObject *parent)
    : RecordFeed(client, model, parent)
    , m_stream(client, QStringLiteral("shells"))
{
    const auto follow = [this, &client](client::AdminClient::State state) {
        setState(state != client::AdminClient::State::Open                        ? State::NoContact
                     : client.hello().features.contains(QStringLiteral("shells")) ? State::Live
                                                                                  : State::NotOffered);
    };
    connect(&m_stream, &client::TableStream::changed, this, &ShellRecords::take);
    connect(&client, &client::AdminClient::stateChanged, this, follow);
    follow(client.state());
}

void ShellRecords::take()
{
    QVector<Record> records;
    for (const QJsonObject &row : m_stream.rows()) {
        Record record = readRecord(RecordKind::Shell, row);
        if (record.id != 0)
            records.append(std::move(record));
    }
    model().syncTo(records);
}

ClosedRecords::ClosedRecords(client::AdminClient &client, RecordModel &model, QObject *parent)
    : RecordFeed(client, model, parent)
    , m_client(client)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(500ms);
    connect(&m_soon, &QTimer::timeout, this, &ClosedRecords::ask);
    connect(&client, &client::AdminClient::stateChanged, this, &ClosedRecords::follow);
    follow(client.state());
}

void ClosedRecords::follow(client::AdminClient::State state)
{
    setState(state == client::AdminClient::State::Open ? State::Live : State::NoContact);
    if (state != client::AdminClient::State::Open)
        return;
    if (std::exchange(m_epoch, m_client.hello().epoch) != m_client.hello().epoch)
        model().clear(); // another run of the relay counts from one again
    ask();
}

void ClosedRecords::refresh()
{
    if (state() == State::Live && !m_soon.isActive())
        m_soon.start();
}

void ClosedRecords::ask()
{
    askPage({}, kMostPages, {});
}

//! All are added at once, so that the model has them in their order.
void ClosedRecords::askPage(const QString &cursor, int pagesLeft, const QVector<Record> &newer)
{
    client::fetchClosed(
        m_client, {}, cursor, kListLimit,
        [self = QPointer<ClosedRecords>(this), epoch = m_epoch, pagesLeft, newer](const client::ClosedPage &page) {
            if (self.isNull() || self->m_epoch != epoch)
                return;
            QVector<Record> records = newer;
            bool isKnown = false;
            for (const client::ClosedConnection &closed : page.rows) {
                records.append(toRecord(closed));
                isKnown = isKnown || self->model().contains(records.last().id);
            }
            if (!isKnown && !page.cursor.isEmpty() && pagesLeft > 1)
                self->askPage(page.cursor, pagesLeft - 1, records);
            else
                self->model().append(records);
        });
}

} // namespace relay::gui
