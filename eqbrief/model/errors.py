# SPDX-License-Identifier: MIT
"""The one exception that is shown to the person as a sentence; everything else is a bug."""


class UserError(Exception):
    """Say what could not be done, and what to do next.

    Both are whole sentences in plain British English, each ending in a full stop. `what` names the file or
    record concerned; `next_step` says something the person can do now.

    Raises:
        ValueError: when either sentence is missing, because half a message helps nobody.
    """

    def __init__(self, what: str, next_step: str) -> None:
        if not what.strip() or not next_step.strip():
            raise ValueError("A UserError needs both a sentence and a next step.")
        self.what = what.strip()
        self.next_step = next_step.strip()
        super().__init__(f"{self.what} {self.next_step}")
