// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed/instrumentcutter.h"
#include "client/feed/source.h"
#include "client/retry/backoff.h"

#include <QElapsedTimer>
#include <QTimer>

class QIODevice;

namespace relay::client::feed {

/*!
 * What all instruments that speak in a stream of bytes have in common: messages are cut, what is written is bounded, and
 * the way to it is opened again after 1 to 10 s. Who inherits opens and closes it. One thread.
 */
class StreamSource : public Source
{
    Q_OBJECT
public:
    explicit StreamSource(Framing framing);

    void start() override;
    void stop() override;
    void write(ws::Opcode opcode, QByteArrayView payload) override;
    [[nodiscard]] SourceStatus status() const override;

protected:
    enum class Loss {
        Ended, //!< the instrument said goodbye
        Failed,
        Absent, //!< there is no such device now: to look whether there is costs nothing
    };

    virtual void open() = 0;  //!< opened() or lost() follows, perhaps at once
    virtual void close() = 0; //!< now; neither opened() nor lost() follows
    [[nodiscard]] virtual QIODevice &device() = 0;
    [[nodiscard]] virtual qint64 mostQueued() const = 0; //!< bytes that may wait for the instrument

    void opened(const QString &text);
    void lost(const QString &text, Loss loss = Loss::Failed);
    void read(); //!< something has come

private:
    void attempt();
    void set(SourceStatus::State state, const QString &text, std::chrono::milliseconds wait = {});

    Framing m_framing;
    InstrumentCutter m_cutter;
    SourceStatus m_status;
    Backoff m_backoff;
    QTimer m_retry;
    QTimer m_lull;
    QTimer m_patience; // of a raw piece whose lull does not come
    QElapsedTimer m_since;
};

} // namespace relay::client::feed
