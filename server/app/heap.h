// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace relay::app {

/*!
 * Tells malloc to give large buffers back. Left to itself glibc keeps, for each thread, up to twice the largest that was
 * ever freed: after some messages of 10 MiB relayd had 120 MiB more for good. Before the threads are.
 */
void giveLargeBuffersBack();

} // namespace relay::app
