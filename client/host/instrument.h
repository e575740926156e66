// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed/source.h"
#include "client/host/feedhub.h"

#include <QJsonObject>
#include <QObject>

#include <memory>

namespace relay::client::host {

/*!
 * An instrument as a member of its feed: what it says is published there, what others publish is written to it. One
 * thread.
 */
class Instrument : public QObject, public FeedClient
{
    Q_OBJECT
public:
    Instrument(FeedHub &hub, const feed::FeedSpec &spec, QObject *parent = nullptr);
    ~Instrument() override;

    void start() { m_source->start(); }
    void stop();

    void deliver(ws::Opcode opcode, const QByteArray &payload) override { m_source->write(opcode, payload); }
    [[nodiscard]] bool isReading() const override;

    [[nodiscard]] QJsonObject figures() const;

Q_SIGNALS:
    //! It came, or went, or is away for another reason than before.
    void told(const QJsonObject &fields, const QString &text);

private:
    void statusChanged();

    FeedHub &m_hub;
    QString m_feed;
    std::unique_ptr<feed::Source> m_source;
    QString m_lastTold;
    bool m_wasReading = false;
};

} // namespace relay::client::host
