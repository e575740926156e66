// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/feed/serialsource.h"

#include <QFile>

#include <algorithm>

namespace relay::client::feed {

SerialSource::SerialSource(SerialEnd end, Framing framing)
    : StreamSource(framing)
    , m_end(std::move(end))
{
    configure();
    connect(&m_port, &QSerialPort::readyRead, this, &SerialSource::read);
    connect(&m_port, &QSerialPort::errorOccurred, this, &SerialSource::failed);
}

SerialSource::~SerialSource()
{
    m_port.disconnect(this);
}

void SerialSource::configure()
{
    m_port.setPortName(m_end.device);
    m_port.setBaudRate(m_end.baud);
    m_port.setDataBits(QSerialPort::DataBits(m_end.dataBits));
    m_port.setParity(m_end.parity == SerialEnd::Parity::Even      ? QSerialPort::EvenParity
                         : m_end.parity == SerialEnd::Parity::Odd ? QSerialPort::OddParity
                                                                  : QSerialPort::NoParity);
    m_port.setStopBits(m_end.stopBits == 2 ? QSerialPort::TwoStop : QSerialPort::OneStop);
    m_port.setFlowControl(m_end.flow == SerialEnd::Flow::Hardware       ? QSerialPort::HardwareControl
                              : m_end.flow == SerialEnd::Flow::Software ? QSerialPort::SoftwareControl
                                                                        : QSerialPort::NoFlowControl);
}

qint64 SerialSource::mostQueued() const
{
    constexpr qint64 kLeast = 16 * 1024; // bytes
    constexpr qint64 kSeconds = 5;       // what waits longer for a slow line is of no use any more
    return std::max(kLeast, m_end.baud / 10 * kSeconds);
}

void SerialSource::open()
{
    if (!QFile::exists(m_end.device)) {
        lost(QStringLiteral("there is no ") + m_end.device, Loss::Absent);
        return;
    }
    bool isOpen = false;
    {
        const QSignalBlocker silence(m_port);
        isOpen = m_port.open(QIODevice::ReadWrite);
    }
    if (isOpen)
        opened(QStringLiteral("reading ") + m_end.device);
    else
        lost(QStringLiteral("cannot open %1: %2").arg(m_end.device, m_port.errorString()));
}

void SerialSource::close()
{
    const QSignalBlocker silence(m_port);
    if (m_port.isOpen())
        m_port.close();
    m_port.clearError();
}

void SerialSource::failed(QSerialPort::SerialPortError error)
{
    if (error == QSerialPort::NoError || error == QSerialPort::TimeoutError)
        return;
    // The port is still at work in whoever calls this, and may not be closed under it.
    QMetaObject::invokeMethod(
        this,
        [this, text = m_port.errorString()] {
            if (m_port.isOpen())
                lost(QStringLiteral("%1: %2").arg(m_end.device, text));
        },
        Qt::QueuedConnection);
}

} // namespace relay::client::feed
