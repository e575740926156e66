// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/shell/nearend.h"

#include "client/shell/frame.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace relay::client::shell {

namespace {

bool isSocket(int descriptor)
{
    struct stat status
    {
    };
    return ::fstat(descriptor, &status) == 0 && S_ISSOCK(status.st_mode);
}

bool isPipe(int descriptor)
{
    struct stat status
    {
    };
    return ::fstat(descriptor, &status) == 0 && S_ISFIFO(status.st_mode);
}

//! Its flags before, or -1 where they are left alone: a terminal is shared with the shell, which wants it as it was.
int makeNonBlocking(int descriptor)
{
    if (!isSocket(descriptor) && !isPipe(descriptor))
        return -1;
    const int flags = ::fcntl(descriptor, F_GETFL);
    ::fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
    return flags;
}

QString lastError()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

bool isReady(int descriptor, short events)
{
    pollfd one { descriptor, events, 0 };
    return ::poll(&one, 1, 0) > 0;
}

} // namespace

NearEnd::NearEnd(int input, int output, QObject *parent)
    : QObject(parent)
    , m_input(input)
    , m_output(output)
    , m_inputFlags(makeNonBlocking(input))
    , m_outputFlags(input == output ? -1 : makeNonBlocking(output))
    , m_isSocket(isSocket(output))
    , m_mayBlock((input == output ? m_inputFlags : m_outputFlags) < 0)
    , m_readable(input, QSocketNotifier::Read)
    , m_writable(output, QSocketNotifier::Write)
{
    m_readable.setEnabled(false);
    m_writable.setEnabled(false);
    if (m_isSocket) { // a pair of local sockets refuses both, and needs neither
        const int on = 1;
        ::setsockopt(m_output, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        ::setsockopt(m_output, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    }
    connect(&m_readable, &QSocketNotifier::activated, this, &NearEnd::read);
    connect(&m_writable, &QSocketNotifier::activated, this, [this] {
        m_writable.setEnabled(false);
        Q_EMIT writable();
    });
}

NearEnd::~NearEnd()
{
    m_readable.setEnabled(false);
    closeOutput();
    if (m_inputFlags >= 0)
        ::fcntl(m_input, F_SETFL, m_inputFlags);
    ::close(m_input);
}

void NearEnd::setReading(bool isReading)
{
    m_readable.setEnabled(isReading && !m_hasEnded);
}

void NearEnd::read()
{
    // What is typed comes byte by byte: only what fills the space keeps it.
    constexpr qsizetype kWorthKeeping = kMaxData / 4;
    if (m_spare.size() != kMaxMessage)
        m_spare = QByteArray(kMaxMessage, Qt::Uninitialized);
    const ssize_t count = ::read(m_input, m_spare.data() + 1, std::size_t(kMaxData));
    if (count > 0) {
        m_spare[0] = char(FrameType::Data);
        QByteArray message = count < kWorthKeeping ? m_spare.first(count + 1) : std::exchange(m_spare, {});
        message.truncate(count + 1);
        Q_EMIT came(message);
        return;
    }
    if (count < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    m_hasEnded = true;
    m_readable.setEnabled(false);
    if (count == 0)
        Q_EMIT ended();
    else
        Q_EMIT failed(lastError());
}

qint64 NearEnd::write(QByteArrayView bytes)
{
    if (m_output < 0)
        return -1;
    // A terminal is asked first, and given as little as it is sure to take.
    constexpr qsizetype kPipe = 512;
    if (m_mayBlock && !isReady(m_output, POLLOUT)) {
        m_writable.setEnabled(true);
        return 0;
    }
    const QByteArrayView part = m_mayBlock ? bytes.first(std::min(bytes.size(), kPipe)) : bytes;
    const ssize_t count = ::write(m_output, part.data(), std::size_t(part.size()));
    if (count < 0 && errno != EAGAIN && errno != EINTR) {
        m_fault = lastError();
        return -1;
    }
    if (count < part.size())
        m_writable.setEnabled(true);
    return std::max<ssize_t>(count, 0);
}

qint64 NearEnd::inKernel() const
{
    int bytes = 0;
    const bool isKnown = m_output >= 0 && m_isSocket && ::ioctl(m_output, SIOCOUTQ, &bytes) == 0;
    return isKnown ? bytes : 0;
}

void NearEnd::finish()
{
    if (m_output >= 0 && m_isSocket)
        ::shutdown(m_output, SHUT_WR); // also where input is another descriptor of the same socket
    closeOutput();
}

void NearEnd::reset()
{
    const linger atOnce { .l_onoff = 1, .l_linger = 0 };
    if (m_output >= 0 && m_isSocket)
        ::setsockopt(m_output, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    closeOutput();
}

void NearEnd::closeOutput()
{
    m_writable.setEnabled(false);
    if (m_output >= 0 && m_output != m_input) {
        if (m_outputFlags >= 0)
            ::fcntl(m_output, F_SETFL, m_outputFlags);
        ::close(m_output);
    }
    m_output = -1;
}

} // namespace relay::client::shell
