# SPDX-License-Identifier: MIT
"""What was said stands by event or by theme, as each section asks, with the same statements and the same sources."""

from dataclasses import replace

from eqbrief.briefing import compose
from eqbrief.briefing.document import Heading
from eqbrief.briefing.pieces import note_place
from eqbrief.briefing.themes import by_theme, themes_of, usual_theme
from eqbrief.model import Briefing, Piece, Tie, to_json
from eqbrief.model.briefings import sections_from_json
from tests.briefing import reading_back as back
from tests.briefing.making import briefing, event, material


def gathered():
    """Give three events: two share a topic, one has another and none."""
    events = {
        "event-1": event(1, topics=("Rotas", "Herons")),
        "event-2": event(2, topics=("Pay", "Herons")),
        "event-3": event(3, topics=()),
    }
    return replace(material(), events=events)


def themed(**themes: str) -> Briefing:
    made = briefing()
    said = made.sections[2]
    pieces = tuple(replace(piece, theme=themes.get(piece.uid, "")) for piece in said.pieces)
    return made.with_section(replace(said, pieces=pieces, grouped="theme"))


def headings(made: Briefing) -> list[tuple[int, str]]:
    blocks = compose(made, gathered()).blocks
    start = blocks.index(next(one for one in blocks if isinstance(one, Heading) and one.text == "What was said"))
    found = [(one.level, one.text) for one in blocks[start + 1 :] if isinstance(one, Heading) and one.level <= 3]
    return found[: next(at for at, (level, _text) in enumerate(found) if level == 1)]


def test_events_stand_under_the_topic_that_most_of_them_share() -> None:
    found = headings(themed())
    assert [text for level, text in found if level == 2] == ["Herons", "Other themes"]
    titles = ["Kinder rotas & fair shifts 1", "Kinder rotas & fair shifts 2"]
    assert [text for level, text in found if level == 3 and text in titles] == titles


def test_a_theme_given_by_hand_goes_before_the_topic() -> None:
    found = headings(themed(s12="Bystanders", n1=" Bystanders "))
    assert [text for level, text in found if level == 2] == ["Herons", "Bystanders", "Other themes"]
    groups = dict(by_theme(themed(s12="Bystanders", n1=" Bystanders ").sections[2].pieces, gathered()))
    assert [piece.uid for piece in groups["Bystanders"]] == ["s12", "n1"]
    assert themes_of(themed(n1="Nests").pieces, gathered()) == ["Herons", "Nests", "Pay", "Rotas"]
    assert usual_theme(Piece("x", "text", "", "gone"), gathered()) == ""


def test_the_same_is_said_with_the_same_sources_in_both_orders() -> None:
    by_event, by_topic = compose(briefing(), gathered()), compose(themed(), gathered())
    assert set(by_event.references) == set(by_topic.references)
    words = [sorted(w for kind, w in back.of_document(one) if kind == "item") for one in (by_event, by_topic)]
    assert [w.split("⟦")[0] for w in words[0]] == [w.split("⟦")[0] for w in words[1]]


def test_the_order_and_the_themes_are_kept() -> None:
    made = themed(n1="Nests")
    assert sections_from_json(to_json(made.sections)) == made.sections


def test_a_passage_stands_under_its_speaker_and_its_reference_names_them() -> None:
    made = briefing()
    said = made.sections[2]
    piece = Piece("t", "text", "", "event-1", text="We ask first.", speaker="Olu King", place="transcript, 12:31")
    document = compose(made.with_section(replace(said, pieces=(*said.pieces, piece))), gathered())
    assert "Olu King: We ask first." in "".join(words for _, words in back.of_document(document))
    (source,) = [one for one in document.references if one.speaker == "Olu King"]
    assert source.short() == "Kinder rotas & fair shifts 1, 2 February 2023, Olu King, transcript, 12:31"


def test_who_spoke_in_brief_is_a_line_an_event() -> None:
    made = briefing()
    document = compose(made.with_section(replace(made.sections[1], detail="brief")), gathered())
    lines = [words for kind, words in back.of_document(document) if kind == "item" and "Thistlewood" in words]
    assert len(lines) == 3
    assert lines[0].startswith("Kinder rotas & fair shifts 1: Imogen Thistlewood (chair), Dr Rafiq Umberley 1")


def test_a_note_says_in_its_reference_what_it_is_on() -> None:
    note = event(1).notes[0]
    for tie, said in (
        (None, "our note"),
        (Tie("slide", "d", 12, "Rotas"), "our note on slide 12 of “Rotas”"),
        (Tie("question", "q", 5), "our note on question 5"),
        (Tie("transcript", "t", 751, "Words"), "our note at 12:31 of the transcript"),
        (Tie("person", "p", None, "Olu King"), "our note on Olu King"),
    ):
        assert note_place(replace(note, tie=tie)) == said
