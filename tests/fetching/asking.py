# SPDX-License-Identifier: MIT
"""Fetch in a test, and expect a page or a sentence."""

import pytest

from eqbrief.fetching.getting import Fetched, fetch
from eqbrief.model import UserError

PAGE = b"<!doctype html><title>Kinder rotas</title><p>Held on 20 March 2023.</p>"


def got(address: str, **how) -> Fetched:
    found = fetch(address, **how)
    assert found is not None
    return found


def refused(address: str, **how) -> str:
    with pytest.raises(UserError) as caught:
        fetch(address, **how)
    assert caught.value.next_step.endswith(".")
    return str(caught.value)
