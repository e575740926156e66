// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/dashboard/screenshot.h"

#include <QDir>
#include <QPixmap>
#include <QSet>
#include <QTest>
#include <QWidget>

namespace relay::tests {

namespace {

bool isOfOneColour(const QImage &picture)
{
    constexpr int kStep = 7;
    QSet<QRgb> colours;
    for (int y = 0; y < picture.height(); y += kStep)
        for (int x = 0; x < picture.width(); x += kStep)
            colours.insert(picture.pixel(x, y));
    return colours.size() < 2;
}

} // namespace

void keepScreenshot(QWidget &window, const QString &name)
{
    const QString folder = qEnvironmentVariable("RELAY_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QCoreApplication::processEvents();
    const QImage picture = window.grab().toImage();
    QVERIFY2(!isOfOneColour(picture), "nothing was drawn");
    QString file = QString::fromLatin1(QTest::currentTestFunction()) + QLatin1Char('-') + name;
    if (QTest::currentDataTag() != nullptr)
        file += QLatin1Char('-')
            + QString::fromUtf8(QTest::currentDataTag()).simplified().replace(QLatin1Char(' '), QLatin1Char('_'));
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(picture.save(QDir(folder).filePath(file + QStringLiteral(".png"))));
}

} // namespace relay::tests
