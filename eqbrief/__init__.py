# SPDX-License-Identifier: MIT
"""EqBrief: review past webinars and panels offline, and brief colleagues with every source named."""

__version__ = "0.1.0"
