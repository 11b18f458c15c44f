# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - tables of words are as wide as they are
"""Parts of a page about the people who take part: lists under labels, labels in lines, cards, tables, sentences."""

from collections.abc import Sequence

from tests.reading.varied.facts import Facts, Person
from tests.reading.varied.sheet import Sheet

# fmt: off
LABELS: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "chair": ("Chair", "Chaired by", "Session chair"),
        "moderator": ("Moderator", "Facilitator", "Moderated by"),
        "host": ("Host", "Hosted by", "Your host"),
        "panellist": ("Panellists", "Panelists", "Panel", "On the panel", "Panel members", "Our panel", "The panel"),
        "speaker": ("Speakers", "Presenters", "Speakers include", "Guest speakers", "Our speakers", "Presenters and speakers", "Keynote speakers", "Meet the speakers", "Confirmed speakers", "Who’s speaking?", "Contributors", "Featured speakers"),
    },
    "de": {
        "chair": ("Leitung", "Vorsitz"),
        "moderator": ("Moderation",),
        "host": ("Gastgeberin",),
        "panellist": ("Podium", "Auf dem Podium", "Es diskutieren"),
        "speaker": ("Referentinnen und Referenten", "Referierende", "Vortragende", "Sprecherinnen und Sprecher"),
    },
    "fr": {
        "chair": ("Présidence", "Présidé par"),
        "moderator": ("Animation", "Modération", "Animé par"),
        "host": ("Hôte",),
        "panellist": ("Table ronde", "Panélistes"),
        "speaker": ("Intervenants", "Intervenantes et intervenants", "Conférenciers", "Avec"),
    },
    "es": {
        "chair": ("Preside", "Presidencia"),
        "moderator": ("Modera", "Moderación", "Moderadora"),
        "host": ("Anfitriona",),
        "panellist": ("Panelistas", "Mesa redonda"),
        "speaker": ("Ponentes", "Participan", "Intervienen", "Conferenciantes"),
    },
}
ONE = {
    "en": {"chair": "Chair", "moderator": "Moderator", "host": "Host", "panellist": "Panellist", "speaker": "Speaker"},
    "de": {"chair": "Vorsitz", "moderator": "Moderation", "host": "Gastgeber", "panellist": "Podium", "speaker": "Referentin"},
    "fr": {"chair": "Présidente", "moderator": "Modératrice", "host": "Hôte", "panellist": "Panéliste", "speaker": "Intervenant"},
    "es": {"chair": "Presidenta", "moderator": "Moderador", "host": "Anfitrión", "panellist": "Panelista", "speaker": "Ponente"},
}
_STYLES = (
    "en dash", "hyphen", "comma", "bracket", "colon", "bar", "em dash", "comma at", "en dash at", "dot", "comma @", "two dashes",
)
# fmt: on
# Around a name where a page makes it stand out; plain text leaves these out.
STRONG = ("\ue000", "\ue001")


def line_of(person: Person, style: str) -> str:
    """Write a person as one line: the name, a divider, and the post."""
    front = person.front.join(STRONG) + (f" ({person.pronouns})" if person.pronouns else "")
    if not person.pieces:
        return front
    within = {"bar": " | ", "dot": " · ", "two dashes": " – "}.get(style, ", ")
    post = within.join(person.pieces)
    if person.is_plain and style.endswith((" at", " @")):
        post = f" {style.split()[-1]} ".join(person.pieces)
    divider = {
        "en dash": " – ", "en dash at": " – ", "hyphen": " - ", "comma": ", ", "comma at": ", ", "colon": ": ", "dot": " · ",
        "bar": " | ", "em dash": "—", "comma @": ", ", "two dashes": " – ",
    }.get(style)  # fmt: skip
    return f"{front} ({post})" if divider is None else f"{front}{divider}{post}"


def style_of(facts: Facts) -> str:
    """Draw a divider for all lines of a page."""
    styles = (
        _STYLES if facts.language == "en" else tuple(style for style in _STYLES if not style.endswith((" at", " @")))
    )
    return facts.random.choice(styles)


def label_of(facts: Facts, capacity: str) -> str:
    """Draw a label for those of one capacity."""
    return facts.random.choice(LABELS[facts.language][capacity])


def leader_of(facts: Facts) -> str:
    """Draw what the first of them is."""
    return facts.random.choice(("chair", "moderator", "host") if facts.language == "en" else ("chair", "moderator"))


def list_of(sheet: Sheet, people: Sequence[Person], capacity: str, style: str, *, label: str) -> None:
    sheet.put("heading" if sheet.facts.random.random() < 0.5 else "label", label)
    sheet.put("list", *(line_of(one, style) for one in people))
    for one in people:
        sheet.add_person(one, capacity)


def speakers_list(sheet: Sheet) -> None:
    """List all under one label."""
    capacity = sheet.facts.random.choice(("panellist", "speaker"))
    list_of(sheet, sheet.facts.people, capacity, style_of(sheet.facts), label=label_of(sheet.facts, capacity))


def leader_then_list(sheet: Sheet) -> None:
    """List the chair under one label and the rest under another."""
    facts, style = sheet.facts, style_of(sheet.facts)
    leader, rest = leader_of(facts), facts.random.choice(("panellist", "speaker"))
    colon = facts.random.choice(("", ":"))
    list_of(sheet, facts.people[:1], leader, style, label=label_of(facts, leader) + colon)
    list_of(sheet, facts.people[1:], rest, style, label=label_of(facts, rest) + colon)


def list_then_leader(sheet: Sheet) -> None:
    """List the rest first, and the chair in a line of its own behind them."""
    facts, style = sheet.facts, style_of(sheet.facts)
    leader, rest = leader_of(facts), facts.random.choice(("panellist", "speaker"))
    list_of(sheet, facts.people[1:], rest, style, label=label_of(facts, rest) + facts.random.choice(("", ":")))
    said = facts.random.choice((ONE[facts.language][leader] + ":", label_of(facts, leader) + ":"))
    sheet.put("text", f"{said} {line_of(facts.people[0], style)}")
    sheet.add_person(facts.people[0], leader)


def label_in_each_line(sheet: Sheet) -> None:
    """Print each person in a line of its own that starts with the capacity."""
    facts, style = sheet.facts, sheet.facts.random.choice(("comma", "en dash", "bracket", "comma at"))
    rest, leader = facts.random.choice(("panellist", "speaker")), leader_of(facts)
    one = ONE[facts.language]
    lines = [f"{one[leader]}: {line_of(facts.people[0], style)}"]
    lines += [f"{one[rest]}: {line_of(person, style)}" for person in facts.people[1:]]
    sheet.put(facts.random.choice(("lines", "list")), *lines)
    for number, person in enumerate(facts.people):
        sheet.add_person(person, rest if number else leader)


def suffixes(sheet: Sheet) -> None:
    """Say who leads in a bracket behind one of the list."""
    facts, style = sheet.facts, sheet.facts.random.choice(("en dash", "comma", "hyphen", "comma at"))
    leader = leader_of(facts)
    sheet.put("heading", label_of(facts, "speaker"))
    lines = [line_of(one, style) for one in facts.people]
    word = ONE[facts.language][leader]
    lines[-1] += f" ({facts.random.choice((word, word.lower()))})"
    sheet.put("list", *lines)
    for one in facts.people:
        sheet.add_person(one, leader if one is facts.people[-1] else "speaker")


def and_in(facts: Facts) -> str:
    """Give the word that joins two names."""
    return {"en": "and", "de": "und", "fr": "et", "es": "y"}[facts.language]
