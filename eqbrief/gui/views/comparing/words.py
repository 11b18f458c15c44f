# SPDX-License-Identifier: MIT
"""A comparison in words: a line for each slide, a sentence for all, and the summary that is copied. No widgets."""

from eqbrief.gui.kit.lines import Line
from eqbrief.gui.listing.rows import plural
from eqbrief.model import DeckChanges, Place, SlideChange, SlideEdit
from eqbrief.tasks.versions import Compared, Version

PLACES: dict[Place, str] = {
    "title": "Title",
    "body": "Text",
    "table": "Table",
    "diagram": "Diagram",
    "chart": "Chart",
    "notes": "Speaker notes",
}
# What was done, its icon and the icon's tone; the first that fits gives a line its icon.
_EDITS: dict[SlideEdit, tuple[str, str, str]] = {
    "added": ("Added", "plus-circle", "good"),
    "removed": ("Removed", "minus-circle", "danger"),
    "moved": ("Moved", "arrows-down-up", "accent"),
    "reworded": ("Re-worded", "pencil-simple", "accent"),
    "pictures": ("Other pictures", "image", "accent"),
    "links": ("Other links", "link", "accent"),
    "hidden": ("Hidden now", "eye-slash", "mute"),
    "shown": ("No longer hidden", "eye", "mute"),
}
_COUNTED: dict[SlideEdit, str] = {
    "added": "added",
    "removed": "removed",
    "moved": "moved",
    "reworded": "re-worded",
    "pictures": "with other pictures",
    "links": "with other links",
    "hidden": "hidden now",
    "shown": "no longer hidden",
}


def slide_line(key: str, slide: SlideChange) -> Line:
    """Make the row of a slide in the list of changes."""
    title = slide.title or "No title"
    if slide.after is not None:
        title = f"{slide.after} · {title}"
    _, icon, tone = _EDITS[slide.what[0]] if slide.what else ("", "equals", "mute")
    return Line(key, title, said_edits(slide), icon, tone)


def said_edits(slide: SlideChange) -> str:
    """Write what was done to a slide: 'Moved from 5 · Re-worded: title, text'."""
    if not slide.what:
        moved = f", was {slide.before}" if slide.before != slide.after else ""
        return f"The same{moved}"
    said: list[str] = []
    for what in slide.what:
        words = _EDITS[what][0]
        if what == "moved":
            words = f"Moved from {slide.before}"
        elif what == "removed":
            words = f"Removed; it was slide {slide.before}"
        elif what == "reworded":
            words = f"Re-worded: {', '.join(PLACES[one.place].lower() for one in slide.words)}"
        said.append(words)
    return " · ".join(said)


def said_counts(changes: DeckChanges) -> str:
    """Write in a sentence how much was changed."""
    same = sum(not slide.what for slide in changes.slides)
    if changes.is_same:
        return f"Nothing was changed: all {plural(same, 'slide')} are the same." if same else "Both are empty."
    done = ", ".join(f"{many} {_COUNTED[what]}" for what, many in changes.counts.items())
    return f"{done}; {plural(same, 'slide')} the same."


def summary(compared: Compared) -> str:
    """Write the whole comparison as plain text, to be pasted into a message."""
    lines = [
        f"{_named(compared.before, len(compared.old.slides))}, compared with",
        _named(compared.after, len(compared.new.slides)),
        "",
        said_counts(compared.changes),
    ]
    for slide in compared.changes.slides:
        if not slide.what:
            continue
        lines.append(f"- Slide {slide.after or slide.before}, {slide.title or 'no title'}: {said_edits(slide)}")
        for one in slide.words:
            for verb, pieces in (("taken out", one.taken_out), ("put in", one.put_in)):
                if pieces:
                    lines.append(f"    {PLACES[one.place]}, {verb}: {' … '.join(pieces)}")
    return "\n".join(lines) + "\n"


def _named(version: Version, slides: int) -> str:
    of = f", {version.event}" if version.event else ""
    return f"“{version.title}”{of} ({plural(slides, 'slide')})"
