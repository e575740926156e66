# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures relayd against the reference server; bench/run is its command."""
