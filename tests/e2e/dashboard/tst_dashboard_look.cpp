// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/palette/commandpalette.h"
#include "gui/views/filterfield.h"
#include "gui/views/sidebar.h"
#include "tests/e2e/dashboard/dashboardfixture.h"
#include "tests/e2e/dashboard/peer.h"
#include "tests/e2e/dashboard/screenshot.h"

#include <QApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <memory>
#include <vector>

using namespace relay;
using namespace relay::gui;
using namespace relay::tests;
using namespace std::chrono_literals;

#define TRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 10'000 * slowness())
#define TRY_COMPARE(value, expected) QTRY_COMPARE_WITH_TIMEOUT(value, expected, 10'000 * slowness())

namespace {

constexpr int kReaders = 3;

} // namespace

//! Theme, language and palette, over a relay that goes on all the while.
class TestDashboardLook : public QObject, private DashboardFixture
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theThemeChangesWhileItRuns();
    void theLanguageChangesWhileItRuns();
    void rightToLeftIsMirrored();
    void thePaletteFindsTheLiveTopic();

private:
    [[nodiscard]] QAction *chosen(const QString &data) const;
    [[nodiscard]] int xOf(const QWidget &widget) const
    {
        return widget.mapTo(m_window.get(), widget.rect().center()).x();
    }

    QTimer m_publishing;
    std::unique_ptr<Peer> m_publisher;
    std::vector<std::unique_ptr<Peer>> m_readers;
};

void TestDashboardLook::initTestCase()
{
    dress();
    m_publishing.setInterval(50ms);
    connect(&m_publishing, &QTimer::timeout, this, [this] { m_publisher->send(QStringLiteral("a reading")); });
}

void TestDashboardLook::init()
{
    startRelayd();
    openWindow();
    m_theme->setMode(Theme::Mode::Light);
    QApplication::setPalette(m_theme->palette());
    connect(m_theme.get(), &Theme::changed, this, [this] { QApplication::setPalette(m_theme->palette()); });
    m_publisher = std::make_unique<Peer>(m_relayd->port(), QStringLiteral("/in/demo"));
    for (int i = 0; i < kReaders; ++i)
        m_readers.push_back(std::make_unique<Peer>(m_relayd->port(), QStringLiteral("/out/demo")));
    TRY_COMPARE(m_window->data().connections().rowCount(), kReaders + 1);
    TRY_COMPARE(m_mirror->topics().size(), 1);
    m_publishing.start();
}

void TestDashboardLook::cleanup()
{
    m_publishing.stop();
    m_readers.clear();
    m_publisher.reset();
    tearDown();
}

QAction *TestDashboardLook::chosen(const QString &data) const
{
    for (const QMenu *menu : { &m_window->look().theme(), &m_window->look().language() })
        for (QAction *action : menu->actions())
            if (action->data().toString() == data)
                return action;
    return nullptr;
}

void TestDashboardLook::theThemeChangesWhileItRuns()
{
    table().selectRow(1);
    const QVector<quint64> selected = table().selectedIds();
    const auto ground = [this] { // of the sidebar, below its last entry
        return m_window->grab().toImage().pixelColor(100, m_window->height() - 60);
    };
    const QColor light = ground();
    keepScreenshot(*m_window, QStringLiteral("light"));
    chosen(QStringLiteral("dark"))->trigger();
    QVERIFY(m_theme->isDark());
    TRY_VERIFY(ground().lightness() < light.lightness() - 100);
    keepScreenshot(*m_window, QStringLiteral("dark"));
    QCOMPARE(table().selectedIds(), selected);
    QCOMPARE(m_memory->theme(), Theme::Mode::Dark); // and is there at the next start
    const quint64 before = m_mirror->totals().outMessages;
    TRY_VERIFY(m_mirror->totals().outMessages > before); // the figures go on
    chosen(QStringLiteral("light"))->trigger();
    TRY_COMPARE(ground(), light);
}

void TestDashboardLook::theLanguageChangesWhileItRuns()
{
    table().selectRow(1);
    const QVector<quint64> selected = table().selectedIds();
    const auto head
        = [this] { return table().model()->headerData(int(ConnectionColumn::Role), Qt::Horizontal).toString(); };
    const QString english = head();
    QStringList seen { english };
    for (const char *code : { "de", "ar" }) {
        chosen(QString::fromLatin1(code))->trigger();
        TRY_VERIFY(!seen.contains(head()));
        seen.append(head());
        QCOMPARE(m_memory->language(), QString::fromLatin1(code));
        QCOMPARE(table().selectedIds(), selected);
        keepScreenshot(*m_window, QString::fromLatin1(code));
        const quint64 before = m_mirror->totals().outMessages;
        TRY_VERIFY(m_mirror->totals().outMessages > before);
    }
    chosen(QStringLiteral("en"))->trigger();
    TRY_COMPARE(head(), english);
}

//! Where things stand, and what of them does not turn round.
void TestDashboardLook::rightToLeftIsMirrored()
{
    auto *sidebar = m_window->findChild<Sidebar *>();
    auto *field = m_window->findChild<FilterField *>();
    const int middle = m_window->width() / 2;
    QVERIFY(xOf(*sidebar) < middle);
    const auto span
        = [this](const QWidget &widget) { return QRect(widget.mapTo(m_window.get(), QPoint()), widget.size()); };
    const int indent = span(*field).left() - span(table()).left(); // at the leading edge of what it filters
    chosen(QStringLiteral("ar"))->trigger();
    QCoreApplication::processEvents();
    TRY_VERIFY(xOf(*sidebar) > middle);
    QCOMPARE(m_window->layoutDirection(), Qt::RightToLeft);
    const QHeaderView &columns = *table().horizontalHeader();
    QVERIFY(columns.sectionViewportPosition(int(ConnectionColumn::Status))
            > columns.sectionViewportPosition(int(ConnectionColumn::Topic)));
    QCOMPARE(span(table()).right() - span(*field).right(), indent);
    QVERIFY(span(*field).left() - span(table()).left() > indent); // the buttons stand there
    // Figures keep their digits.
    QString figures;
    for (int row = 0; row < table().model()->rowCount(); ++row)
        for (const int column : table().shownColumns())
            figures += table().model()->index(row, column).data().toString();
    const auto isIn = [&figures](ushort first, ushort last) {
        return std::any_of(figures.begin(), figures.end(),
                           [first, last](QChar c) { return c.unicode() >= first && c.unicode() <= last; });
    };
    QVERIFY(isIn('0', '9'));
    QVERIFY2(!isIn(0x0660, 0x0669), qPrintable(figures));
    keepScreenshot(*m_window, QStringLiteral("arabic"));
    chosen(QStringLiteral("en"))->trigger();
    TRY_VERIFY(xOf(*sidebar) < middle);
}

void TestDashboardLook::thePaletteFindsTheLiveTopic()
{
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    auto *palette = m_window->findChild<CommandPalette *>();
    QVERIFY(palette != nullptr);
    TRY_VERIFY(palette->isVisible());
    QTest::keyClicks(&palette->field(), QStringLiteral("demo"));
    QVERIFY(palette->currentRow() >= 0);
    QCOMPARE(palette->model().item(palette->currentRow()).text, QStringLiteral("demo"));
    keepScreenshot(*palette, QStringLiteral("palette"));
    QTest::keyClick(&palette->field(), Qt::Key_Return);
    TRY_COMPARE(m_window->findChild<FilterField *>()->text(), QStringLiteral("topic:/out/demo"));
}

QTEST_MAIN(TestDashboardLook)
#include "tst_dashboard_look.moc"
