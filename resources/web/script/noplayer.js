// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for the decoder when relayd is built without it (RELAY_WEB_PLAYER=OFF).
export default null;
