# SPDX-License-Identifier: MIT
"""The command for topics: list them, and keep them in order."""

import click

from eqbrief import store as db
from eqbrief.cli.printing import count, json_option, print_json, say, say_table
from eqbrief.cli.session import DONE, Session
from eqbrief.tasks import topics


@click.command("topics")
@click.option("--rename", nargs=2, metavar="TOPIC NAME", help="Call a topic, and those below it, otherwise.")
@click.option("--merge", nargs=2, metavar="A B", help="Give every event that has B the topic A instead.")
@click.option("--drop", metavar="TOPIC", help="Take a topic away from every event.")
@click.option("--colour", nargs=2, metavar="TOPIC COLOUR", help=f"One of {', '.join(topics.COLOURS)}, or none.")
@click.option("--for", "event", metavar="EVENT", help="Propose topics for an event instead of listing them.")
@json_option(
    "a JSON list with an object for each topic, most events first: id, uid, name, parent (what stands before the last "
    "stroke, or null), colour (or null), events (how many); with --for: id, uid, name, reason, score."
)
@click.pass_obj
def topics_(
    session: Session,
    rename: tuple[str, str] | None,
    merge: tuple[str, str] | None,
    drop: str | None,
    colour: tuple[str, str] | None,
    event: str | None,
    as_json: bool,
) -> int:
    """List topics, most events first.

    With an option, do that first. Topics have an order by strokes: Workforce/Retention is below Workforce.
    """
    with session.opened() as store:
        if rename:
            topics.rename_topic(store, db.find_record(store, "topic", rename[0]), rename[1])
        if merge:
            topics.merge_topics(store, *(db.find_record(store, "topic", words) for words in merge))
        if drop:
            topics.drop_topic(store, db.find_record(store, "topic", drop))
        if colour:
            wanted = None if colour[1] == "none" else colour[1]
            topics.colour_topic(store, db.find_record(store, "topic", colour[0]), wanted)
        if event:
            return _propose(topics.suggested_topics(store, db.find_event(store, event)), as_json)
        listed = topics.topics_json(store)
    if as_json:
        print_json(listed)
        return DONE
    say_table((str(one["id"]), str(one["events"]), one["colour"] or "", one["name"]) for one in listed)
    say(f"{count(len(listed), 'topic')}." if listed else "No topics.")
    return DONE


def _propose(proposed: list[topics.Suggestion], as_json: bool) -> int:
    if as_json:
        print_json(
            [
                {"id": p.topic.id, "uid": p.topic.uid, "name": p.topic.name, "reason": p.reason, "score": p.score}
                for p in proposed
            ]
        )
        return DONE
    say_table((p.topic.name, p.reason) for p in proposed)
    if not proposed:
        say("Nothing to propose.")
    return DONE
