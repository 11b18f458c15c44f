# SPDX-License-Identifier: MIT
"""Note that somebody looked at an event, and tell what has come to it since. Noting is quiet: nothing to undo."""

from eqbrief import store as db
from eqbrief.model import Look, SinceLooked, now
from eqbrief.store import Store


def come_to(store: Store, event_id: int) -> None:
    """Note that somebody begins to look at an event, or goes on with the same look."""
    moment, known = now(), db.look_at(store, event_id)
    look = known.again(moment, changed=db.is_changed(store, event_id)) if known else Look(moment, moment)
    with store.change("look") as change:
        db.keep_look(store, change, event_id, look)


def stay_at(store: Store, event_id: int, *, read: bool = False) -> None:
    """Note that an event is still on show, so that nothing that came meanwhile is news; `read`: its page to the end."""
    with store.change("look") as change:
        db.keep_stay(store, change, event_id, now(), read=read)


def see_slide(store: Store, deck_id: int, number: int) -> None:
    """Note that a slide was on show."""
    with store.change("deck_seen") as change:
        db.keep_slide_seen(store, change, deck_id, number)


def since_looked(store: Store, event_id: int) -> SinceLooked | None:
    """Tell who comes to an event now when they last looked, and what is new to them; None where nobody ever looked."""
    known = db.look_at(store, event_id)
    if known is None:
        return None
    look = known.again(now(), changed=db.is_changed(store, event_id))
    if look.since is None:
        return SinceLooked(known.looked_at)
    return SinceLooked(look.since, tuple(db.news_of(store, event_id, look.since, look.began_at)))
