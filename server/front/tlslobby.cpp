// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/front/tlslobby.h"

#include <QEventLoop>
#include <QMetaObject>

#include <future>

namespace relay::front {

TlsLobby::TlsLobby(Desk &desk)
{
    // Made and destroyed on its own thread, so that its timers and notifiers never change threads.
    std::promise<Lobby *> made;
    m_thread.reset(QThread::create([&desk, &made] {
        Lobby lobby(desk, true);
        QEventLoop loop;
        made.set_value(&lobby);
        loop.exec();
    }));
    m_thread->setObjectName(QStringLiteral("tls handshakes"));
    m_thread->start();
    m_lobby = made.get_future().get();
}

TlsLobby::~TlsLobby()
{
    m_thread->quit();
    m_thread->wait();
}

void TlsLobby::admit(Accepted accepted)
{
    m_lobby->expect();
    // QMetaObject wants a copyable callable; the connection owns a descriptor and is moved exactly once.
    auto moved = std::make_shared<Accepted>(std::move(accepted));
    QMetaObject::invokeMethod(
        m_lobby, [lobby = m_lobby, moved] { lobby->admit(std::move(*moved)); }, Qt::QueuedConnection);
}

void TlsLobby::stop()
{
    QMetaObject::invokeMethod(
        m_lobby, [this] { m_lobby->stop(); }, Qt::BlockingQueuedConnection);
}

} // namespace relay::front
