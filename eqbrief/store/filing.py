# SPDX-License-Identifier: MIT
"""Call topics otherwise, let one stand for another, colour them, and see what similar events have."""

from eqbrief.model import Named, UserError
from eqbrief.store.changes import Change, gone
from eqbrief.store.library import Store
from eqbrief.store.passages import index_name


def topic_colours(store: Store) -> dict[int, str]:
    """Give the colour of every topic that has one, as a name of the palette."""
    return {
        row["id"]: row["colour"] for row in store.db.execute("SELECT id, colour FROM topic WHERE colour IS NOT NULL")
    }


def events_on(store: Store, topic: int) -> list[int]:
    """List the events that have a topic, those in the bin too."""
    return [row[0] for row in store.db.execute("SELECT event_id FROM event_topic WHERE topic_id = ?", (topic,))]


def rename_topic(store: Store, change: Change, number: int, name: str) -> None:
    """Call a topic otherwise, and with it those below it: 'Workforce' and 'Workforce/Retention'.

    Raises:
        UserError: when another topic is called so, or it is gone.
    """
    row = change.execute("SELECT name FROM topic WHERE id = ?", (number,)).fetchone()
    if row is None:
        raise gone("topic")
    below = change.execute(
        "SELECT id, name FROM topic WHERE substr(name, 1, length(:above)) = :above", {"above": f"{row['name']}/"}
    ).fetchall()
    for topic, called in [(number, name), *((one["id"], name + one["name"][len(row["name"]) :]) for one in below)]:
        taken = change.execute(
            "SELECT id FROM topic WHERE name = ? COLLATE NOCASE AND id <> ?", (called, topic)
        ).fetchone()
        if taken is not None:
            raise UserError(f"There is a topic “{called}” already.", "Merge the two, or choose another name.")
        change.update("topic", topic, name=called)
        index_name(change, "topic", topic)
    store.touch("topic", "event_topic")


def merge_topics(store: Store, change: Change, kept: int, other: int) -> None:
    """Give every event that has one topic another instead; the topic without events is no longer shown.

    Raises:
        UserError: when the two are one.
    """
    if kept == other:
        raise UserError("These two are one topic already.", "Choose another to merge.")
    for row in change.execute("SELECT id, event_id FROM event_topic WHERE topic_id = ?", (other,)).fetchall():
        has = change.execute(
            "SELECT 1 FROM event_topic WHERE topic_id = ? AND event_id = ?", (kept, row["event_id"])
        ).fetchone()
        if has is None:
            change.update("event_topic", row["id"], topic_id=kept)
        else:
            change.delete("event_topic", row["id"])
    store.touch("topic", "event_topic", "event")


def drop_topic(store: Store, change: Change, number: int) -> None:
    """Take a topic away from every event."""
    for row in change.execute("SELECT id FROM event_topic WHERE topic_id = ?", (number,)).fetchall():
        change.delete("event_topic", row["id"])
    store.touch("topic", "event_topic", "event")


def colour_topic(store: Store, change: Change, number: int, colour: str | None) -> None:
    """Give a topic a colour of the palette, or none."""
    change.update("topic", number, colour=colour)
    store.touch("topic")


def topics_nearby(store: Store, event_id: int) -> list[tuple[Named, int, int, int]]:
    """List the topics that an event has not, but events like it have.

    Each with how many events of its series have it, how many with one of its people, and how many that have it at all.
    """
    rows = store.db.execute(
        """
        WITH near(event_id, of_series, of_people) AS (
            SELECT id, 1, 0 FROM event
            WHERE deleted_at IS NULL AND id <> :event
                AND series_id = (SELECT series_id FROM event WHERE id = :event)
            UNION ALL
            SELECT DISTINCT theirs.event_id, 0, 1 FROM appearance AS own
            JOIN appearance AS theirs ON theirs.person_id = own.person_id AND theirs.event_id <> :event
            JOIN event ON event.id = theirs.event_id AND event.deleted_at IS NULL
            WHERE own.event_id = :event
        )
        SELECT topic.id, topic.name, topic.uid, coalesce(sum(near.of_series), 0) AS of_series,
            coalesce(sum(near.of_people), 0) AS of_people,
            (SELECT count(*) FROM event_topic WHERE topic_id = topic.id) AS used
        FROM topic
        LEFT JOIN event_topic ON event_topic.topic_id = topic.id
        LEFT JOIN near ON near.event_id = event_topic.event_id
        WHERE topic.id NOT IN (SELECT topic_id FROM event_topic WHERE event_id = :event)
        GROUP BY topic.id HAVING used > 0
        """,
        {"event": event_id},
    )
    return [(Named(r["id"], r["name"], r["uid"]), r["of_series"], r["of_people"], r["used"]) for r in rows]
