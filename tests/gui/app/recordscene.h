// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace relay::gui {
class RecordPages;
}

namespace relay::tests {

//! Puts in what a relay like that of the lab scene would have told of the last minutes.
void fillRecords(gui::RecordPages &records);

} // namespace relay::tests
