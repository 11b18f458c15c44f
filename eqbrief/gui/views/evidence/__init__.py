# SPDX-License-Identifier: MIT
"""Evidence: for each action of a framework what there is for it in the library, and what may be."""

from eqbrief.gui.views.evidence.view import EvidenceView

__all__ = ["EvidenceView"]
