# SPDX-License-Identifier: MIT
"""What was learnt about sites, kept one rule a row, so that each can be shown, taken away and brought back by undo."""

import json
import sqlite3
from typing import Any, cast

from eqbrief.model import HOWS, How, Rule, now
from eqbrief.store.changes import Change
from eqbrief.store.library import Store

_HOWS: dict[str, How] = {how: how for how in HOWS}
_TEXTS = ("what", "form", "value", "example")


def rules(store: Store) -> list[Rule]:
    """Read all rules, those of a site together in the order in which they were learnt; what is damaged is left out."""
    rows = store.db.execute("SELECT id, uid, site, field, says, learnt_at FROM rule ORDER BY site, id")
    return [rule for row in rows if (rule := _rule(row)) is not None]


def add_rule(change: Change, rule: Rule) -> int:
    """Keep a rule, learnt now, and give its number."""
    says = json.dumps({"how": rule.how} | {name: getattr(rule, name) for name in _TEXTS}, ensure_ascii=False)
    return change.insert_uid("rule", site=rule.site, field=rule.field, says=says, learnt_at=now())


def remove_rule(change: Change, number: int) -> None:
    """Take a rule away.

    Raises:
        UserError: when there is none of this number.
    """
    change.delete("rule", number)


def _rule(row: sqlite3.Row) -> Rule | None:
    try:
        said: object = json.loads(row["says"])
    except ValueError:
        return None
    plain = cast(dict[str, Any], said) if isinstance(said, dict) else {}
    how = _HOWS.get(str(plain.get("how")))
    texts = {name: plain.get(name, "") for name in _TEXTS}
    if how is None or not all(isinstance(text, str) for text in texts.values()):
        return None
    return Rule(row["site"], row["field"], how, **texts, id=row["id"], learnt_at=row["learnt_at"], uid=row["uid"])
