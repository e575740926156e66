// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/admin/jsonwriter.h"
#include "server/admin/source.h"
#include "server/admin/tapdesk.h"

#include <map>

namespace relay::admin {

void writeTapNames(JsonWriter &out);                   //!< columns::kTaps
void writeTapRow(JsonWriter &out, const OpenTap &tap); //!< likewise

//! The stream `taps`: those that are open. They are so few that each look compares them all.
class TapSource final : public Source
{
public:
    explicit TapSource(const TapDesk &desk)
        : m_desk(desk)
    {
    }

    void restart() override { m_told.clear(); }
    bool writePart(JsonWriter &rows) override;
    [[nodiscard]] bool hasChanges() const override;
    bool writeChanges(JsonWriter &set, JsonWriter &removed) override;
    void writeColumns(JsonWriter &out) const override { writeTapNames(out); }

private:
    const TapDesk &m_desk;
    std::map<stats::TapId, QByteArray> m_told; //!< rows as the client has them
};

} // namespace relay::admin
