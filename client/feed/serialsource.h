// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/feed/streamsource.h"

#include <QSerialPort>

namespace relay::client::feed {

//! An instrument on a serial line. A device that is pulled out is looked for until it is there again.
class SerialSource : public StreamSource
{
    Q_OBJECT
public:
    SerialSource(SerialEnd end, Framing framing);
    ~SerialSource() override;

protected:
    void open() override;
    void close() override;
    QIODevice &device() override { return m_port; }
    [[nodiscard]] qint64 mostQueued() const override;

private:
    void configure();
    void failed(QSerialPort::SerialPortError error);

    SerialEnd m_end;
    QSerialPort m_port;
};

} // namespace relay::client::feed
