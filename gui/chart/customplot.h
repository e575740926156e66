// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// QCustomPlot's header needs Qt's keywords, which the project does without: it gets them for itself alone.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define emit
#define foreach Q_FOREACH
#include <qcustomplot.h>
#undef signals
#undef slots
#undef emit
#undef foreach
