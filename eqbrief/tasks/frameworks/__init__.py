# SPDX-License-Identifier: MIT
"""Frameworks: plans that a programme works against, what is tagged as evidence for their actions, and what may be."""

from eqbrief.tasks.frameworks.choosing import offers, tags_on, targets_of
from eqbrief.tasks.frameworks.evidence import (
    evidence,
    evidence_sheet,
    export_evidence,
    grid,
    items_of,
    tags_of_event,
)
from eqbrief.tasks.frameworks.keeping import (
    add_framework_file,
    export_framework,
    find_action,
    find_framework,
    frameworks,
    remove_framework,
    save_framework,
    shipped,
)
from eqbrief.tasks.frameworks.suggesting import accept, dismiss, suggestions
from eqbrief.tasks.frameworks.tagging import tag, untag

__all__ = [
    "accept",
    "add_framework_file",
    "dismiss",
    "evidence",
    "evidence_sheet",
    "export_evidence",
    "export_framework",
    "find_action",
    "find_framework",
    "frameworks",
    "grid",
    "items_of",
    "offers",
    "remove_framework",
    "save_framework",
    "shipped",
    "suggestions",
    "tag",
    "tags_of_event",
    "tags_on",
    "targets_of",
    "untag",
]
