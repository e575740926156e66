// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace relay::tests {

/*!
 * Keeps a picture of the window in the folder that $RELAY_SCREENSHOTS names, with the running test's name and this one;
 * does nothing when there is none. Fails the test when the picture is of one colour: then nothing was drawn.
 */
void keepScreenshot(QWidget &window, const QString &name);

} // namespace relay::tests
