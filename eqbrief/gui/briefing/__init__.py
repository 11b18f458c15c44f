# SPDX-License-Identifier: MIT
"""The builder of briefings: outline and fields on one side, the page as it will be on the other."""
