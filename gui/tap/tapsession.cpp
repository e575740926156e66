// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tap/tapsession.h"

#include "common/mpegts/tsframer.h"

#include <span>

namespace relay::gui::tap {

namespace {

constexpr TapFeed::Limits kProbe { .messages = 60, .seconds = 4, .previewBytes = kPreviewBytes };

std::span<const char> spanOf(const QByteArray &bytes)
{
    return { bytes.constData(), size_t(bytes.size()) };
}

bool looksLikePackets(const Message &message)
{
    return message.size > 0 && message.size % qint64(mpegts::kPacket) == 0 && message.preview.startsWith(mpegts::kSync);
}

} // namespace

TapSession::TapSession(client::AdminClient &client, const Target &target, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_target(target)
{
}

TapSession::~TapSession() = default;

void TapSession::start(Form form)
{
    m_messages.clear();
    m_analyser = {};
    m_texts = m_binaries = 0;
    m_bytes = 0;
    m_isTs = isVideo();
    open(form);
    if (isVideo())
        probe();
    Q_EMIT openChanged();
}

void TapSession::open(Form form)
{
    m_feed.reset(); // first, or the two together may be more than a topic allows
    m_feed = std::make_unique<TapFeed>(m_client, m_target, form, TapFeed::Limits {});
    connect(m_feed.get(), &TapFeed::received, this, &TapSession::take);
    connect(m_feed.get(), &TapFeed::stateChanged, this, &TapSession::openChanged);
}

//! The heads of packets do not tell what the streams are; a few whole messages do.
void TapSession::probe()
{
    m_probe.reset();
    m_probe = std::make_unique<TapFeed>(m_client, m_target, Form::Bytes, kProbe);
    connect(m_probe.get(), &TapFeed::received, this, [this](const QVector<Message> &messages) {
        for (const Message &message : messages)
            if (looksLikePackets(message))
                m_analyser.learn(spanOf(message.preview));
        if (m_analyser.knowsTypes() && m_analyser.width() > 0)
            m_probe->stop();
    });
}

bool TapSession::isOpen() const
{
    return m_feed != nullptr && m_feed->state() != TapFeed::State::Ended;
}

void TapSession::stop()
{
    if (m_probe != nullptr)
        m_probe->stop();
    m_feed->stop();
}

void TapSession::setForm(Form form)
{
    if (!isOpen() || form == m_feed->form())
        return;
    m_analyser.skip(); // between the one and the other something passes by
    open(form);
}

//! Feeds what a message tells of a transport stream, and marks key frames.
void TapSession::look(Message &message)
{
    message.isText ? ++m_texts : ++m_binaries;
    m_bytes += message.size;
    const std::span<const char> preview = spanOf(message.preview);
    if (message.lost > 0)
        m_analyser.skip();
    if (message.form == Form::MpegTs) {
        m_isTs = true;
        m_analyser.feed(preview, mpegts::TsAnalyser::kHeadBytes, message.at);
        message.isKey = mpegts::hasRandomAccess(preview, mpegts::TsAnalyser::kHeadBytes);
        return;
    }
    if (!looksLikePackets(message))
        return;
    message.isKey = mpegts::hasRandomAccess(preview, mpegts::kPacket);
    if (message.isWhole()) {
        m_analyser.feed(preview, mpegts::kPacket, message.at);
    } else {
        m_analyser.learn(preview);
        m_analyser.skip();
    }
}

void TapSession::take(const QVector<Message> &messages)
{
    QVector<Message> looked = messages;
    for (Message &message : looked)
        look(message);
    Q_EMIT aboutToTake();
    m_messages.add(looked);
    Q_EMIT taken();
}

} // namespace relay::gui::tap
