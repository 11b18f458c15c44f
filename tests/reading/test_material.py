# SPDX-License-Identifier: MIT
"""What a page offers: what stands under "Slides" is slides though its name does not say so; a paper is none."""

import pytest

from eqbrief.model import Draft
from eqbrief.reading import read_bytes, read_text

PAGE = """<main><h1>Small beds, long nights</h1><p>Held on Thursday 6 October 2022 with a full room.</p>
<h2>Speakers</h2><ul><li>Anita Lowell-Finch – ward manager, Larkmoor Trust</li></ul>
<h2>{label}</h2><ul><li><a href="https://larkmoor.example/a/beds.pptx">Small beds (PPTX, 41 KB)</a></li>
<li><a href="https://larkmoor.example/a/rota.pdf">A rota worked out (PDF, 1.1 MB)</a></li></ul></main>"""


def draft(page: str) -> Draft:
    return read_bytes(page.encode(), "page.html")


def test_every_file_under_slides_is_one():
    decks = draft(PAGE.format(label="Slides")).decks
    assert [(deck.title, deck.size_bytes) for deck in decks] == [
        ("Small beds", 41_000),
        ("A rota worked out", 1_100_000),
    ]
    bare = PAGE.format(label="Slides").replace('<a href="https://larkmoor.example/a/rota.pdf">', "").replace("</a>", "")
    assert [deck.title for deck in draft(bare).decks] == ["Small beds", "A rota worked out"]


def test_a_paper_under_another_label_is_no_deck():
    assert [deck.title for deck in draft(PAGE.format(label="Papers")).decks] == ["Small beds"]
    assert [deck.title for deck in draft(PAGE.format(label="Slides and recording")).decks] == ["Small beds"]


def test_a_link_under_recording_is_one_though_its_name_does_not_say_so():
    page = PAGE.format(label="Recording").replace("a/beds.pptx", "watch/17").replace(" (PPTX, 41 KB)", "")
    assert [(one.title, one.url) for one in draft(page).recordings] == [
        ("Small beds", "https://larkmoor.example/watch/17")
    ]


def test_a_bracket_that_holds_form_and_size_belongs_to_no_name():
    page = PAGE.format(label="Downloads").replace("Small beds (PPTX, 41 KB)", "Small beds [PPTX 41 KB]")
    assert [(deck.title, deck.size_bytes) for deck in draft(page).decks] == [("Small beds", 41_000)]


def test_slides_that_a_sentence_says_are_available():
    head = "Small beds: a meeting\n\nThursday 6 October 2022\n\n"
    offered = read_text(f"{head}The Larkbed Project slides from this meeting are available. Tea was served.\n", "p.txt")
    assert [deck.title for deck in offered.decks] == ["Larkbed Project slides"]
    gone = read_text(f"{head}  • Listen to part 6: small beds (podcast no longer available)\n", "p.txt")
    assert gone.recordings == ()


@pytest.mark.parametrize(
    "said",
    [
        "The talk was recorded and you can watch it again in this video.",
        "L'exposé a été enregistré et vous pouvez retrouver la présentation sur cette vidéo.",
        "Podéis ver la charla en este vídeo.",
    ],
)
def test_a_recording_offered_within_a_sentence(said: str):
    page = f"Kinder rotas: webinar\n\n4 May 2024, 14:00\n\nAnn Egerton will present.\n\n{said}\n"
    assert len(read_text(page, "page.txt").recordings) == 1


def test_keynote_presentations_are_no_deck():
    page = "Introducing the Larkmoor Keynote Presentations\n\n4 May 2024, 14:00\n\nKeynote Presentations\n\nJoin us.\n"
    assert read_text(page, "page.txt").decks == ()
    assert len(read_text(page + "\nSlides (Keynote)\n", "page.txt").decks) == 1


def test_a_long_line_that_mentions_a_video_offers_none():
    line = "This talk is hosted by Larkmoor. Our team will send a letter before the day with a link to join the video"
    assert read_text(f"Small beds: a meeting\n\nThursday 6 October 2022\n\n{line}\n", "p.txt").recordings == ()
