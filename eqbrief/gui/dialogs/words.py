# SPDX-License-Identifier: MIT
"""Moments and places as the dialogs write them."""

from datetime import datetime

from eqbrief.model import say_date


def said_moment(iso: str) -> str:
    """Write a stored moment in local time: '20 February 2024, 09:12'; text that is no moment as it is."""
    try:
        local = datetime.fromisoformat(iso).astimezone()
    except ValueError:
        return iso
    return say_date(local.strftime("%Y-%m-%dT%H:%M"))
