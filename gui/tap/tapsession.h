// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/mpegts/tsanalyser.h"
#include "gui/tap/messagemodel.h"
#include "gui/tap/tapfeed.h"

#include <memory>

namespace relay::gui::tap {

/*!
 * One tap and what came of it: its messages, sums of them, and what a transport stream tells. Keeps them when the tap has
 * ended, until it is started again. Draws nothing. GUI thread; the client outlives it.
 */
class TapSession : public QObject
{
    Q_OBJECT
public:
    TapSession(client::AdminClient &client, const Target &target, QObject *parent = nullptr);
    ~TapSession() override;

    void start(Form form); //!< from nothing; also again, after it ended
    void stop();
    //! Of what is taken from now on; a tap that has ended stays as it is.
    void setForm(Form form);

    [[nodiscard]] const Target &target() const { return m_target; }
    [[nodiscard]] bool isVideo() const { return m_target.kind == QLatin1String("video"); }
    [[nodiscard]] bool isOpen() const; //!< or about to be
    [[nodiscard]] const TapFeed &feed() const { return *m_feed; }
    [[nodiscard]] MessageModel &messages() { return m_messages; }
    [[nodiscard]] const MessageModel &messages() const { return m_messages; }
    [[nodiscard]] const mpegts::TsAnalyser &transportStream() const { return m_analyser; }
    [[nodiscard]] bool isTransportStream() const { return m_isTs; } //!< or taken for one, being video
    [[nodiscard]] quint64 texts() const { return m_texts; }
    [[nodiscard]] quint64 binaries() const { return m_binaries; }
    [[nodiscard]] qint64 bytes() const { return m_bytes; }

Q_SIGNALS:
    void openChanged();
    void aboutToTake(); //!< rows come and go until taken()
    void taken();

private:
    void open(Form form);
    void probe();
    void take(const QVector<Message> &messages);
    void look(Message &message);

    client::AdminClient &m_client;
    Target m_target;
    std::unique_ptr<TapFeed> m_feed;
    std::unique_ptr<TapFeed> m_probe; //!< a short look at whole bytes, for the tables of a transport stream
    MessageModel m_messages;
    mpegts::TsAnalyser m_analyser;
    bool m_isTs = false;
    quint64 m_texts = 0;
    quint64 m_binaries = 0;
    qint64 m_bytes = 0;
};

} // namespace relay::gui::tap
