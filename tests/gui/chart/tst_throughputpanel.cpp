// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/throughputpanel.h"

#include "gui/chart/throughputplot.h"
#include "gui/views/segments.h"
#include "tests/gui/graph/livemirror.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <cmath>

using namespace relay;
using namespace relay::gui::chart;
using relay::gui::Theme;
using relay::tests::LiveMirror;

class TestThroughputPanel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void drawsWhatTheRelayCarries();
    void lostContactLeavesAGapAndGreysTheLines();
    void keysReadTheValues();
    void pointerReadsTheValues();
    void nothingIsReadInAGap();
    void unitsFollowTheRates();
    void darkAndLightWhileRunning();
    void comparesTwoTopics();
    void aSeriesKeepsItsColour();
    void aConnectionBringsItsLastMinute();
    void wheelZoomsDragPansDoubleClickShowsAll();
    void pauseStandsStillUntilFollow();
    void theRelaysMemoryFillsWhatWasMissed();
    void rangesNeedARelayThatRemembers();
    void eventsAreMarkedAndChosen();
    void picturesAreLightAndMasked();
    void csvHasWhatIsShown();

private:
    ThroughputPlot &plot() { return *m_panel->findChild<ThroughputPlot *>(); }
    //! Lets the relay carry about this much, a little uneven, for some seconds of the panel's time.
    void carry(double outMegabits, double inMegabits, int seconds);
    [[nodiscard]] static ComparedSeries topic(const QString &id) { return { id, 0, id.mid(1), {} }; }
    void carryOn(const QString &topic, quint64 firstId, double outMegabits);
    void choose(const QString &text); //!< clicks the segment of this text
    void wheel(int steps, const QPoint &at);
    //! How many pixels of the picture have exactly this colour.
    int pixels(const QColor &color);

    std::unique_ptr<LiveMirror> m_live;
    std::unique_ptr<ThroughputPanel> m_panel;
    Theme m_theme;
    int m_waves = 0;
};

void TestThroughputPanel::init()
{
    QLocale::setDefault(QLocale(QLocale::English));
    relay::tests::dress(m_theme, Theme::Mode::Light);
    m_live = std::make_unique<LiveMirror>();
    m_panel = std::make_unique<ThroughputPanel>(m_live->mirror(), m_theme);
    m_panel->setClock(m_live->clock());
    m_panel->resize(764, 208);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void TestThroughputPanel::cleanup()
{
    m_panel.reset();
    m_live.reset();
}

void TestThroughputPanel::carry(double outMegabits, double inMegabits, int seconds)
{
    for (int i = 0; i < seconds; ++i) {
        // The mirror need not follow every second: what counts is what the panel sees.
        if (i % 12 == 0) {
            const double wave = 1 + 0.03 * std::sin(++m_waves);
            m_live->world().set(tests::makeConnection(1, QStringLiteral("/a"), QStringLiteral("publisher"),
                                                      QStringLiteral("10.0.0.1:1"), inMegabits * wave));
            m_live->world().set(tests::makeConnection(2, QStringLiteral("/a"), QStringLiteral("subscriber"),
                                                      QStringLiteral("10.0.0.2:1"), outMegabits * wave));
            const double wanted = outMegabits * wave * 1e6 / 8;
            QVERIFY(m_live->sync());
            QTRY_VERIFY(std::abs(m_live->mirror().totals().outRate - wanted) < 1 + wanted / 1e6);
        }
        m_live->advance(1000);
        m_panel->sample();
    }
}

int TestThroughputPanel::pixels(const QColor &color)
{
    const QImage image = m_panel->grab().toImage().convertToFormat(QImage::Format_RGB32);
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) == color.rgb() ? 1 : 0;
    }
    return count;
}

void TestThroughputPanel::drawsWhatTheRelayCarries()
{
    carry(4600, 204, 310);
    QVERIFY(m_panel->history().count() >= 300);
    QCOMPARE(QString(plot().unit(ThroughputPlot::Out).name), QStringLiteral("Gbit/s"));
    QCOMPARE(QString(plot().unit(ThroughputPlot::In).name), QStringLiteral("Mbit/s"));
    QTRY_VERIFY(pixels(m_theme.tokens().series[0]) > 100);
    QVERIFY(pixels(m_theme.tokens().series[1]) > 100);
    tests::grab(*m_panel, QStringLiteral("throughput-light"));
}

void TestThroughputPanel::lostContactLeavesAGapAndGreysTheLines()
{
    carry(40, 20, 200);
    QVERIFY(m_live->lose());
    for (int i = 0; i < 20; ++i) {
        m_live->advance(1000);
        m_panel->sample();
    }
    QVERIFY(m_panel->history().isLost());
    QCOMPARE(m_panel->history().gaps(m_live->now()).size(), 1);
    QTRY_COMPARE(pixels(m_theme.tokens().series[0]), 0);
    tests::grab(*m_panel, QStringLiteral("throughput-stale"));
    QVERIFY(m_live->regain());
    carry(42, 21, 60);
    const auto gaps = m_panel->history().gaps(m_live->now());
    QCOMPARE(gaps.size(), 1);
    QVERIFY(!gaps.first().isOpen);
    QVERIFY(gaps.first().to - gaps.first().from >= 20'000);
    QTRY_VERIFY(pixels(m_theme.tokens().series[0]) > 20);
    tests::grab(*m_panel, QStringLiteral("throughput-gap"));
}

void TestThroughputPanel::keysReadTheValues()
{
    carry(46, 20, 60);
    QVERIFY(plot().cursorText().isEmpty());
    QTest::keyClick(&plot(), Qt::Key_Left);
    QVERIFY2(plot().cursorText().contains(QLatin1String("Mbit/s")), qPrintable(plot().cursorText()));
    QVERIFY(plot().cursorText().contains(QLatin1String("Out")));
    const QString before = plot().cursorText();
    QTest::keyClick(&plot(), Qt::Key_PageUp);
    QVERIFY(plot().cursorText() != before);
    QTest::keyClick(&plot(), Qt::Key_Escape);
    QVERIFY(plot().cursorText().isEmpty());
}

void TestThroughputPanel::pointerReadsTheValues()
{
    carry(46, 20, 300);
    QTest::mouseMove(&plot(), QPoint(plot().width() * 3 / 4, plot().height() / 3));
    QTRY_VERIFY(!plot().cursorText().isEmpty());
    tests::grab(*m_panel, QStringLiteral("throughput-cursor"));
    QTest::mouseMove(&plot(), QPoint(4, 4)); // left of the axis
    QTRY_VERIFY(plot().cursorText().isEmpty());
}

void TestThroughputPanel::nothingIsReadInAGap()
{
    carry(46, 20, 100);
    QVERIFY(m_live->lose());
    m_live->advance(60'000);
    QVERIFY(m_live->regain());
    carry(46, 20, 100);
    const double share = double(300 - 130) / 300; // half a minute into the gap
    const int left = 60;
    QTest::mouseMove(&plot(), QPoint(left + int((plot().width() - left - 24) * share), plot().height() / 3));
    QTest::qWait(20);
    QVERIFY2(plot().cursorText().isEmpty(), qPrintable(plot().cursorText()));
}

void TestThroughputPanel::unitsFollowTheRates()
{
    carry(0.2, 0.1, 5);
    QCOMPARE(QString(plot().unit(ThroughputPlot::Out).name), QStringLiteral("kbit/s"));
    carry(7, 0.1, 5);
    QCOMPARE(QString(plot().unit(ThroughputPlot::Out).name), QStringLiteral("Mbit/s"));
    QCOMPARE(QString(plot().unit(ThroughputPlot::In).name), QStringLiteral("kbit/s"));
}

void TestThroughputPanel::darkAndLightWhileRunning()
{
    carry(46, 20, 300);
    QTRY_VERIFY(pixels(m_theme.tokens().series[0]) > 100);
    const QColor lightLine = m_theme.tokens().series[0];
    relay::tests::dress(m_theme, Theme::Mode::Dark);
    QTRY_VERIFY(pixels(m_theme.tokens().series[0]) > 100);
    QCOMPARE(pixels(lightLine), 0);
    tests::grab(*m_panel, QStringLiteral("throughput-dark"));
}

void TestThroughputPanel::carryOn(const QString &topic, quint64 firstId, double outMegabits)
{
    m_live->world().set(
        tests::makeConnection(firstId, topic, QStringLiteral("publisher"), QStringLiteral("10.0.0.1:1"), 1));
    m_live->world().set(tests::makeConnection(firstId + 1, topic, QStringLiteral("subscriber"),
                                              QStringLiteral("203.0.113.87:1"), outMegabits));
    QVERIFY(m_live->sync());
    QTRY_VERIFY(m_live->mirror().topics().contains(topic));
}

void TestThroughputPanel::choose(const QString &text)
{
    const auto buttons = m_panel->findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->isVisible() && button->text() == text) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    }
    QFAIL(qPrintable(QStringLiteral("no segment ") + text));
}

void TestThroughputPanel::wheel(int steps, const QPoint &at)
{
    QWheelEvent event(at, plot().mapToGlobal(at), {}, { 0, 120 * steps }, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&plot(), &event);
}

void TestThroughputPanel::comparesTwoTopics()
{
    carryOn(QStringLiteral("/a"), 1, 40);
    carryOn(QStringLiteral("/b"), 11, 20);
    m_panel->setSelection({ topic(QStringLiteral("/a")), topic(QStringLiteral("/b")) }, {});
    choose(QStringLiteral("Selection, 2"));
    for (int i = 0; i < 60; ++i) {
        m_live->advance(1000);
        m_panel->sample();
    }
    QCOMPARE(plot().lines().size(), 2);
    QVERIFY(penOf(m_theme, 0, false).color() != penOf(m_theme, 1, false).color());
    QVERIFY(penOf(m_theme, 0, false).style() != penOf(m_theme, 1, false).style()); // without colours too
    QTRY_VERIFY(pixels(m_theme.tokens().series[0]) > 10);
    QVERIFY(pixels(m_theme.tokens().series[1]) > 10);
    QTest::keyClick(&plot(), Qt::Key_Left);
    QVERIFY2(plot().cursorText().contains(QLatin1String("a 40.00 Mbit/s, b 20.00 Mbit/s")),
             qPrintable(plot().cursorText()));
    tests::grab(*m_panel, QStringLiteral("throughput-compared"));
    choose(QStringLiteral("In"));
    QTest::keyClick(&plot(), Qt::Key_Left);
    QVERIFY2(plot().cursorText().contains(QLatin1String("1.00 Mbit/s")), qPrintable(plot().cursorText()));
    choose(QStringLiteral("All connections"));
    QCOMPARE(plot().lines().size(), 2);
    QCOMPARE(plot().lines().first().name, QStringLiteral("Out"));
}

void TestThroughputPanel::aSeriesKeepsItsColour()
{
    carryOn(QStringLiteral("/a"), 1, 40);
    carryOn(QStringLiteral("/b"), 11, 20);
    QSignalSpy told(m_panel.get(), &ThroughputPanel::shownSeriesChanged);
    m_panel->showSelection(true);
    m_panel->setSelection({ topic(QStringLiteral("/a")), topic(QStringLiteral("/b")) }, {});
    m_panel->setSelection({ topic(QStringLiteral("/b")) }, {});
    QCOMPARE(plot().lines().size(), 1);
    QCOMPARE(plot().lines().first().style, 1);
    QCOMPARE(told.size(), 3);
    QCOMPARE(m_panel->shownSeries(), (QHash<QString, int> { { QStringLiteral("/b"), 1 } })); // for the tables beside it
    m_panel->showSelection(false);
    QVERIFY(m_panel->shownSeries().isEmpty());
    m_panel->showSelection(true);
    m_panel->setSelection({ topic(QStringLiteral("/b")), topic(QStringLiteral("/a")) }, {});
    QCOMPARE(plot().lines().first().name, QStringLiteral("a")); // the free colour again
    QVector<ComparedSeries> many;
    for (int i = 0; i < 12; ++i)
        many.append(topic(QStringLiteral("/t%1").arg(i)));
    m_panel->setSelection(many, {});
    QCOMPARE(plot().lines().size(), Comparison::kMost);
    choose(QStringLiteral("Selection, 8 of 12"));
}

void TestThroughputPanel::aConnectionBringsItsLastMinute()
{
    carryOn(QStringLiteral("/a"), 1, 40);
    ComparedSeries reader { {}, 2, QStringLiteral("a 203.0.113.87"), QStringLiteral("a 203.0.113.x") };
    reader.lastMinute = QVector<float>(60, 5e6F);
    m_panel->showSelection(true);
    m_panel->setSelection({ reader }, {});
    QVERIFY(plot().lines().first().history->count() >= 60);
    QTest::keyClick(&plot(), Qt::Key_PageUp);
    QVERIFY2(plot().cursorText().contains(QLatin1String("40.00 Mbit/s")), qPrintable(plot().cursorText()));
    choose(QStringLiteral("In")); // of which nothing is known before it was selected
    QTest::keyClick(&plot(), Qt::Key_PageUp);
    QVERIFY2(plot().cursorText().isEmpty(), qPrintable(plot().cursorText()));
}

void TestThroughputPanel::wheelZoomsDragPansDoubleClickShowsAll()
{
    carry(46, 20, 40);
    const TimeWindow &window = plot().window();
    const QPoint middle(plot().width() / 2, plot().height() / 3);
    const auto *follow = m_panel->findChild<QPushButton *>();
    QVERIFY(!follow->isVisible());
    wheel(3, middle);
    QVERIFY2(window.span() < 200'000, qPrintable(QString::number(window.span())));
    QVERIFY(!window.isFollowing());
    QVERIFY(follow->isVisible());
    const qint64 before = window.from();
    QTest::mousePress(&plot(), Qt::LeftButton, {}, middle);
    QTest::mouseMove(&plot(), middle + QPoint(60, 0));
    QTest::mouseRelease(&plot(), Qt::LeftButton, {}, middle + QPoint(60, 0));
    QVERIFY(window.from() < before);
    tests::grab(*m_panel, QStringLiteral("throughput-zoomed"));
    QTest::mouseDClick(&plot(), Qt::LeftButton, {}, middle);
    QVERIFY(window.isWhole());
    QVERIFY(!follow->isVisible());
}

void TestThroughputPanel::pauseStandsStillUntilFollow()
{
    carry(46, 20, 60);
    QTest::keyClick(&plot(), Qt::Key_P);
    const qint64 to = plot().window().to();
    carry(46, 20, 12);
    QCOMPARE(plot().window().to(), to);
    QVERIFY(m_panel->history().last().at > to); // it goes on being measured
    choose(QStringLiteral("Follow"));
    QVERIFY(plot().window().isWhole());
}

void TestThroughputPanel::theRelaysMemoryFillsWhatWasMissed()
{
    carry(46, 20, 30);
    QVERIFY(m_live->lose());
    m_live->advance(40'000);
    QVERIFY(m_live->regain());
    carry(46, 20, 30);
    QCOMPARE(m_panel->history().gaps(m_live->now()).size(), 1);
    client::AdminClient client;
    HistorySource source(client, m_live->clock());
    m_panel->setSource(&source);
    QVector<Sample> samples;
    for (int second = 100; second > 0; --second)
        if (second < 50 || second > 60) // the relay was away then
            samples.append({ m_live->now() - second * 1000, 2e6, 5e6, second == 49 });
    Q_EMIT source.arrived(client::totalsSeries(), Range::FiveMinutes, samples);
    const auto gaps = m_panel->history().gaps(m_live->now());
    QCOMPARE(gaps.size(), 1);
    QVERIFY(gaps.first().to - gaps.first().from <= 12'000);
    tests::grab(*m_panel, QStringLiteral("throughput-history"));
}

void TestThroughputPanel::rangesNeedARelayThatRemembers()
{
    carry(46, 20, 5);
    const auto buttons = m_panel->findChildren<gui::Segments *>();
    QAbstractButton *hour = buttons.last()->button(1);
    QCOMPARE(hour->text(), QStringLiteral("1 h"));
    QVERIFY(!hour->isEnabled());
    QVERIFY(!hour->toolTip().isEmpty()); // says why
    m_panel->setRange(Range::Hour);
    QCOMPARE(plot().window().span(), 3'600'000);
}

void TestThroughputPanel::eventsAreMarkedAndChosen()
{
    carry(46, 20, 120);
    m_panel->setEvents(
        { { 7, m_live->now() - 150'000, ChartEvent::Level::Error, QStringLiteral("a reader loses messages") },
          { 8, m_live->now() - 900'000, ChartEvent::Level::Info, QStringLiteral("long ago") } });
    QCOMPARE(plot().marks().size(), 1);
    QTRY_VERIFY(pixels(m_theme.tokens().dropping) > 20);
    QSignalSpy chosen(m_panel.get(), &ThroughputPanel::eventChosen);
    QTest::mouseClick(&plot(), Qt::LeftButton, {}, QPoint(int(plot().marks().first().x), 10));
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toLongLong(), 7);
}

void TestThroughputPanel::picturesAreLightAndMasked()
{
    relay::tests::dress(m_theme, Theme::Mode::Dark);
    carryOn(QStringLiteral("/a"), 1, 40);
    m_panel->showSelection(true);
    m_panel->setSelection({ { {}, 2, QStringLiteral("a 203.0.113.87"), QStringLiteral("a 203.0.113.x") } }, {});
    for (int i = 0; i < 30; ++i) {
        m_live->advance(1000);
        m_panel->sample();
    }
    const QImage picture = m_panel->picture(QStringLiteral("Throughput of lab"), 2).toImage();
    QCOMPARE(picture.devicePixelRatio(), 2.0);
    QCOMPARE(picture.pixelColor(4, picture.height() / 2), gui::lightTokens().base);
    int lines = 0;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            lines += picture.pixelColor(x, y) == gui::lightTokens().series[0] ? 1 : 0;
    QVERIFY2(lines > 60, qPrintable(QString::number(lines)));
    const QString directory = qEnvironmentVariable("RELAY_GRAB_DIR");
    if (!directory.isEmpty())
        picture.save(directory + QStringLiteral("/throughput-export.png"));
    const QByteArray csv = m_panel->csv();
    QVERIFY(csv.contains("203.0.113.x") && !csv.contains("203.0.113.87"));
}

void TestThroughputPanel::csvHasWhatIsShown()
{
    carry(46, 20, 30);
    const QList<QByteArray> lines = m_panel->csv().trimmed().split('\n');
    QCOMPARE(lines.size(), 31);
    QCOMPARE(lines.first().trimmed(), QByteArray("time,Out (bytes/s),In (bytes/s)"));
    QCOMPARE(lines.last().trimmed().count(','), 2);
    QVERIFY(lines.last().contains('Z'));
}

QTEST_MAIN(TestThroughputPanel)
#include "tst_throughputpanel.moc"
