# SPDX-License-Identifier: MIT
"""Pages written by hand in forms seen on the web, each below what it says: labelled before the rules met them."""
