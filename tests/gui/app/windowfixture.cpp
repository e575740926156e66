// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/app/windowfixture.h"

#include "gui/models/format.h"
#include "gui/theme/style.h"
#include "gui/views/sidebar.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QDateTime>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QTest>

#include <algorithm>
#include <chrono>

namespace relay::tests {

using namespace gui;
using namespace std::chrono_literals;

void WindowFixture::dress()
{
    static const Theme themeOfStyle;
    QApplication::setStyle(new Style(themeOfStyle));
}

void WindowFixture::makeRelay()
{
    QFile::remove(m_directory.filePath(QStringLiteral("memory.ini")));
    m_theme = std::make_unique<Theme>();
    m_memory = std::make_unique<Memory>(m_directory.filePath(QStringLiteral("memory.ini")));
    m_language = std::make_unique<Language>();
    m_language->apply(QStringLiteral("en"));
    m_server = std::make_unique<FakeAdminServer>();
    m_server->limitIntervals(20ms);
    m_server->world().populate(40);
    m_start = {};
    QVERIFY(m_server->listen());
}

void WindowFixture::openWindow()
{
    openWindow({});
}

void WindowFixture::openWindow(QSize size)
{
    m_client = std::make_unique<client::AdminClient>();
    m_mirror = std::make_unique<client::Mirror>(*m_client);
    m_window = std::make_unique<MainWindow>(WindowParts { *m_client, *m_mirror, *m_theme, *m_memory, *m_language,
                                                          [] { return QDateTime::currentMSecsSinceEpoch(); } });
    if (size.isValid())
        m_window->resize(size);
    watchModels();
    m_window->open(m_start);
    m_client->connectToServer(m_server->path(), true);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_COMPARE(m_mirror->connections().size(), m_server->world().connections().size());
    if (m_start.filter.isEmpty())
        QTRY_COMPARE(shownRows(), int(m_mirror->connections().size()));
}

void WindowFixture::tearDown()
{
    m_window.reset();
    m_mirror.reset();
    m_client.reset();
    m_server.reset();
    m_language.reset();
    m_memory.reset();
    m_theme.reset();
}

void WindowFixture::watchModels()
{
    const auto watch = [this](QAbstractItemModel *model) {
        new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest, m_window.get());
    };
    watch(m_window->findChild<Sidebar *>()->model());
    for (const LiveTable *one : m_window->workspace().tables())
        for (QAbstractItemModel *model : { one->model(), one->proxy().sourceModel() })
            watch(model);
}

bool WindowFixture::tells(const QString &text) const
{
    const auto labels = m_window->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
        return label->isVisible() && format::unmarked(label->text()).contains(text);
    });
}

QDialog *WindowFixture::dialog() const
{
    const auto all = m_window->findChildren<QDialog *>();
    const auto open = std::find_if(all.begin(), all.end(), [](const QDialog *each) { return each->isVisible(); });
    return open == all.end() ? nullptr : *open;
}

void WindowFixture::confirm() const
{
    QTest::keyClick(dialog(), Qt::Key_Return, Qt::ControlModifier);
    QTest::keyRelease(m_window.get(), Qt::Key_Control); // or Qt takes it for held down from now on
}

QJsonObject WindowFixture::lastParams(const QString &method) const
{
    for (auto call = m_server->calls().crbegin(); call != m_server->calls().crend(); ++call)
        if (call->method == method)
            return call->params;
    return {};
}

} // namespace relay::tests
