// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/models/format.h"
#include "gui/models/savedviews.h"
#include "gui/views/livehead.h"
#include "gui/views/sidebar.h"
#include "gui/views/topictable.h"
#include "gui/views/vitalbutton.h"
#include "tests/gui/app/labscene.h"
#include "tests/gui/app/windowfixture.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTest>

#include <chrono>

using namespace relay;
using namespace relay::gui;
using namespace relay::tests;
using namespace std::chrono_literals;

namespace {

constexpr QSize kSmallest { 1280, 800 }; // the smallest window that the design promises

QVector<const QMenu *> menusBelow(const QMenu *menu)
{
    QVector<const QMenu *> menus { menu };
    for (const QAction *action : menu->actions())
        if (action->menu() != nullptr)
            menus += menusBelow(action->menu());
    return menus;
}

QVector<const QMenu *> menusOf(const MainWindow &window)
{
    QVector<const QMenu *> menus;
    for (const QAction *top : window.menuBar()->actions())
        menus += menusBelow(top->menu());
    return menus;
}

QVector<QString> textsOf(MainWindow &window)
{
    Actions &actions = window.actions();
    QVector<QString> texts;
    for (const QAction *action :
         { &actions.inspect, &actions.kick, &actions.kickWithReason, &actions.denyBooking, &actions.undoDeny,
           &actions.onlyTopic, &actions.onlyAddress, &actions.copyRows, &actions.showInRouting,
           &actions.theirConnections, &actions.find, &actions.clearFilter, &actions.connectionsView,
           &actions.routingView, &actions.freeze, &actions.tryNow, &actions.nextPane, &actions.dismiss })
        texts.append(action->text());
    const auto shared = window.windowActions().all();
    for (const QAction *action : shared)
        texts.append(action->text());
    return texts; // without topicsView: a topic is a topic in every language
}

QString accelerator(QString text)
{
    static const QRegularExpression form(QStringLiteral("&(\\w)"), QRegularExpression::UseUnicodePropertiesOption);
    return form.match(text.remove(QStringLiteral("&&"))).captured(1).toLower();
}

//! Why this widget cannot show its text; empty: it can.
QString cutText(const QWidget &widget)
{
    const QString name
        = QString::fromLatin1(widget.metaObject()->className()) + QLatin1Char(' ') + widget.accessibleName();
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        const bool isElastic = label->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored; // gives way on purpose
        if (label->text().isEmpty() || isElastic)
            return {};
        const QString said = name + QLatin1Char('"') + label->text() + QLatin1Char('"');
        if (label->wordWrap())
            return label->height() < label->heightForWidth(label->width()) ? said + QStringLiteral(" is too low")
                                                                           : QString();
        return label->width() < label->sizeHint().width() ? said + QStringLiteral(" is too narrow") : QString();
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->width() < button->sizeHint().width() || button->height() < button->sizeHint().height()
            ? name + QLatin1Char('"') + button->text() + QStringLiteral("\" is too small")
            : QString();
    return {};
}

} // namespace

//! The window speaks German, all of it, and has room for the longer words.
class TestGerman : public QObject, private WindowFixture
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void bothLanguagesAreBuiltIn();
    void everyActionIsGerman();
    void everyMenuIsGerman();
    void acceleratorsAreUniqueInEachMenu_data();
    void acceleratorsAreUniqueInEachMenu();
    void qtSpeaksGermanToo();
    void figuresAreWrittenInTheLanguage();
    void countedThingsHaveTheirPlural();
    void headsAndSidebarAreGerman();
    void nothingIsCut_data();
    void nothingIsCut();
    void theKickDialogIsGermanAndWhole();
    void theDenyDialogIsGermanAndWhole();
    void changesTheLanguageWhileItRuns();

private:
    void open(const QString &language);
    void checkNothingIsCut(const QWidget &parent);

    std::unique_ptr<LabScene> m_scene;
};

void TestGerman::initTestCase()
{
    dress();
    static const Theme themeOfFont;
    QApplication::setFont(themeOfFont.font(Theme::Type::Body));
}

void TestGerman::init()
{
    makeRelay();
    m_server->world().clear();
    m_scene = std::make_unique<LabScene>(m_server->world());
    m_scene->build(120, false);
}

void TestGerman::open(const QString &language)
{
    m_language->apply(language);
    openWindow(kSmallest);
}

void TestGerman::cleanup()
{
    tearDown();
    m_scene.reset();
}

void TestGerman::bothLanguagesAreBuiltIn()
{
    QVERIFY(Language::available().contains(QStringLiteral("en")));
    QVERIFY(Language::available().contains(QStringLiteral("de")));
    QCOMPARE(Language::nameOf(QStringLiteral("de")), QStringLiteral("Deutsch"));
    QCOMPARE(Language::best(QStringLiteral("de_AT")), QStringLiteral("de"));
}

void TestGerman::everyActionIsGerman()
{
    open(QStringLiteral("en"));
    const QVector<QString> english = textsOf(*m_window);
    m_language->apply(QStringLiteral("de"));
    QCoreApplication::processEvents();
    const QVector<QString> german = textsOf(*m_window);
    for (qsizetype i = 0; i < english.size(); ++i)
        QVERIFY2(german.at(i) != english.at(i), qPrintable(english.at(i)));
    QCOMPARE(m_window->actions().kick.text(), QStringLiteral("&Trennen"));
}

void TestGerman::everyMenuIsGerman()
{
    open(QStringLiteral("en"));
    QStringList english;
    for (const QMenu *menu : menusOf(*m_window))
        english.append(menu->title());
    m_language->apply(QStringLiteral("de"));
    QCoreApplication::processEvents();
    const QVector<const QMenu *> menus = menusOf(*m_window);
    QCOMPARE(menus.size(), english.size());
    for (qsizetype i = 0; i < menus.size(); ++i)
        if (english.at(i) != QStringLiteral("&Relay")) // its name
            QVERIFY2(menus.at(i)->title() != english.at(i), qPrintable(english.at(i)));
}

void TestGerman::acceleratorsAreUniqueInEachMenu_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("German") << QStringLiteral("de");
}

void TestGerman::acceleratorsAreUniqueInEachMenu()
{
    QFETCH(QString, language);
    open(language);
    QVector<QStringList> groups;
    QStringList bar;
    for (const QAction *top : m_window->menuBar()->actions())
        bar.append(top->text());
    groups.append(bar);
    for (const QMenu *menu : menusOf(*m_window)) {
        QStringList texts;
        for (const QAction *action : menu->actions())
            texts.append(action->text());
        groups.append(texts);
    }
    for (const QStringList &texts : std::as_const(groups)) {
        QHash<QString, QString> taken;
        for (const QString &text : texts) {
            const QString key = accelerator(text);
            QVERIFY2(key.isEmpty() || !taken.contains(key),
                     qPrintable(text + QStringLiteral(" and ") + taken.value(key)));
            taken.insert(key, text);
        }
    }
}

void TestGerman::qtSpeaksGermanToo()
{
    m_language->apply(QStringLiteral("de"));
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"),
             QStringLiteral("Abbrechen")); // qt6-translations-l10n
    QCOMPARE(QKeySequence(Qt::Key_Delete).toString(QKeySequence::NativeText), QStringLiteral("Entf"));
}

void TestGerman::figuresAreWrittenInTheLanguage()
{
    m_language->apply(QStringLiteral("de"));
    QCOMPARE(format::count(1968), QStringLiteral("1.968"));
    QCOMPARE(format::mbits(550'000), QStringLiteral("4,40"));
    m_language->apply(QStringLiteral("en"));
    QCOMPARE(format::count(1968), QStringLiteral("1,968"));
    QCOMPARE(format::mbits(550'000), QStringLiteral("4.40"));
}

void TestGerman::countedThingsHaveTheirPlural()
{
    const auto said = [](int count) {
        return QCoreApplication::translate("relay::gui::Kicker", "%n connection(s)", "How many were kicked", count);
    };
    m_language->apply(QStringLiteral("en"));
    QCOMPARE(said(1), QStringLiteral("1 connection"));
    QCOMPARE(said(2), QStringLiteral("2 connections"));
    m_language->apply(QStringLiteral("de"));
    QCOMPARE(said(1), QStringLiteral("1 Verbindung"));
    QCOMPARE(said(2), QStringLiteral("2 Verbindungen"));
}

void TestGerman::headsAndSidebarAreGerman()
{
    const auto words = [this] {
        QStringList all;
        for (const QAbstractItemModel *model :
             { m_window->workspace().connectionTable().model(), m_window->workspace().topicTable().model() })
            for (int column = 0; column < model->columnCount(); ++column)
                all.append(model->headerData(column, Qt::Horizontal).toString());
        const QAbstractItemModel *side = m_window->findChild<Sidebar *>()->model();
        for (int row = 0; row < side->rowCount(); ++row)
            all.append(side->index(row, 0).data().toString());
        return all;
    };
    // The same in both languages.
    const QStringList shared { QStringLiteral("Topic"),     QStringLiteral("Topics"), QStringLiteral("Status"),
                               QStringLiteral("RTT"),       QStringLiteral("Scopes"), QStringLiteral("Video"),
                               QStringLiteral("Transport"), QStringLiteral("Shell"),  QStringLiteral("Audit"),
                               QStringLiteral("Shells") };
    open(QStringLiteral("en"));
    const QStringList english = words();
    const QStringList saved = m_memory->savedViews().names(); // the operator's own, named when they were made
    m_language->apply(QStringLiteral("de"));
    QCoreApplication::processEvents();
    const QStringList german = words();
    QCOMPARE(german.size(), english.size());
    for (qsizetype i = 0; i < german.size(); ++i)
        QVERIFY2(german.at(i) != english.at(i) || shared.contains(german.at(i)) || saved.contains(german.at(i)),
                 qPrintable(german.at(i)));
}

void TestGerman::checkNothingIsCut(const QWidget &parent)
{
    int seen = 0;
    const auto widgets = parent.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisible())
            continue;
        ++seen;
        const QString complaint = cutText(*widget);
        QVERIFY2(complaint.isEmpty(), qPrintable(complaint));
    }
    QVERIFY(seen > 10);
    const auto heads = parent.findChildren<LiveHead *>();
    for (const LiveHead *head : heads)
        for (int section = 0; section < head->count(); ++section)
            if (head->isVisible() && !head->isSectionHidden(section))
                QVERIFY2(head->sectionSize(section) >= head->wantedWidth(section),
                         qPrintable(head->model()->headerData(section, Qt::Horizontal).toString()));
}

void TestGerman::nothingIsCut_data()
{
    QTest::addColumn<View>("view");
    QTest::addColumn<bool>("isInspecting");
    QTest::addColumn<bool>("isFrozen");
    QTest::addColumn<bool>("isStale");
    QTest::newRow("connections") << View::Connections << false << false << false;
    QTest::newRow("inspect") << View::Connections << true << false << false;
    QTest::newRow("frozen") << View::Connections << false << true << false;
    QTest::newRow("stale") << View::Connections << false << false << true;
    QTest::newRow("topics") << View::Topics << false << false << false;
    QTest::newRow("routing") << View::Routing << false << false << false;
}

void TestGerman::nothingIsCut()
{
    QFETCH(View, view);
    QFETCH(bool, isInspecting);
    QFETCH(bool, isFrozen);
    QFETCH(bool, isStale);
    open(QStringLiteral("de"));
    m_window->showView(view);
    if (LiveTable *table = m_window->workspace().currentTable())
        table->selectRow(0);
    if (isInspecting)
        m_window->actions().inspect.trigger();
    if (isFrozen)
        m_window->actions().freeze.trigger();
    if (isStale) {
        m_server->stop();
        QTRY_COMPARE(m_window->link().state, LinkView::State::Stale);
    }
    QTest::qWait(300); // the route is drawn a quarter of a second later
    QCOMPARE(m_window->size(), kSmallest);
    checkNothingIsCut(*m_window);
}

void TestGerman::theKickDialogIsGermanAndWhole()
{
    open(QStringLiteral("de"));
    m_window->workspace().connectionTable().selectAll();
    m_window->actions().kick.trigger();
    const auto *dialog = m_window->findChild<QDialog *>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->isVisible());
    QTest::qWait(50);
    const int count = int(m_server->world().connections().size());
    QCOMPARE(dialog->windowTitle(), QStringLiteral("%1 Verbindungen trennen").arg(count));
    checkNothingIsCut(*dialog);
}

void TestGerman::theDenyDialogIsGermanAndWhole()
{
    m_server->setMode(QStringLiteral("secured"));
    open(QStringLiteral("de"));
    m_window->workspace().connectionTable().selectAll();
    m_window->actions().denyBooking.trigger();
    const auto *dialog = m_window->findChild<QDialog *>();
    QVERIFY(dialog != nullptr);
    QTRY_VERIFY(dialog->isVisible());
    QTest::qWait(50);
    const int count = int(m_server->world().connections().size());
    QVERIFY2(dialog->windowTitle().contains(QString::number(count)), qPrintable(dialog->windowTitle()));
    checkNothingIsCut(*dialog);
}

void TestGerman::changesTheLanguageWhileItRuns()
{
    open(QStringLiteral("de"));
    const auto kickButton = [this]() -> QString {
        const auto buttons = m_window->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons)
            if (button->isVisible()
                && (button->text() == QLatin1String("Trennen") || button->text() == QLatin1String("Kick")))
                return button->text();
        return {};
    };
    QCOMPARE(kickButton(), QStringLiteral("Trennen"));
    m_language->apply(QStringLiteral("en"));
    QCoreApplication::processEvents();
    QCOMPARE(kickButton(), QStringLiteral("Kick"));
}

QTEST_MAIN(TestGerman)
#include "tst_german.moc"
