// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gui/app/fakeacts.h"
#include "tests/gui/app/windowfixture.h"

namespace relay::tests {

//! The window over a relay that can do everything that the admin socket offers. The table has the focus.
class ActFixture : protected WindowFixture
{
protected:
    void makeRelay()
    {
        WindowFixture::makeRelay();
        m_acts.reset(new FakeActs { *m_server });
        m_server->setFeatures({ QStringLiteral("jobs"), QStringLiteral("hold"), QStringLiteral("undo"),
                                QStringLiteral("taps"), QStringLiteral("drain"), QStringLiteral("alerts") });
        m_server->setAnswerer([this](const admin::Request &request) { return m_acts->answer(request); });
        m_acts->rules = { QJsonObject { { QStringLiteral("id"), QStringLiteral("slow") },
                                        { QStringLiteral("metric"), QStringLiteral("slowReaders") },
                                        { QStringLiteral("above"), 5 },
                                        { QStringLiteral("forMs"), 10'000 },
                                        { QStringLiteral("enabled"), true } } };
    }

    void openWindow()
    {
        WindowFixture::openWindow();
        table().setFocus();
    }

    //! Rows of the table, from the first on.
    void selectRows(int count)
    {
        const QItemSelection rows(table().model()->index(0, 0), table().model()->index(count - 1, 0));
        table().selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }

    std::unique_ptr<FakeActs> m_acts;
};

} // namespace relay::tests
