# SPDX-License-Identifier: MIT
"""Pages of events that never were, drawn by seed in many forms, with what each of them says."""
