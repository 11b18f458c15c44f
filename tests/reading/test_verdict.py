# SPDX-License-Identifier: MIT
"""What a page is as a whole: a transcript's turns are not the labels of people, and a day in passing makes no event."""

import pytest

from eqbrief.reading import read_text
from eqbrief.reading.blocks import page_of_text
from eqbrief.reading.verdict import is_transcript


def test_turns_of_a_talk_are_a_transcript():
    assert is_transcript(
        page_of_text("\n".join(f"{who}: Good evening." for who in ["IT", "RU", "IT", "RU", "IT"]), "page.txt")
    )


def test_labels_of_people_are_none():
    people = "Chair: Ann Egan\nSpeaker: Bea Holm\nSpeaker: Cora Lund\nSpeaker: Dora Marsh\n"
    assert not is_transcript(page_of_text(people, "page.txt"))


def test_a_new_chair_who_starts_on_some_day_is_no_event():
    draft = read_text(
        "Larkmoor Society appoints new chair\n\n3 March 2021\n\n"
        "The society has appointed Imogen Thistlewood as its chair. "
        "She takes over from Rafiq Umberley on 1 April and will serve for three years.\n",
        "page.txt",
    )
    assert (draft.kind, draft.published_on, draft.people) == ("other", "2021-03-03", ())


INVITING = {
    "en": "Meadow hour\n\nJoin us for two hours on Tuesday March 07, 09:00 GMT. Come with your own rota.\n",
    "de": "Treffen der Stationen\n\nWir treffen uns am Dienstag, 7. März um 9 Uhr im Kornhaus. Melde dich bei Ada.\n",
    "fr": "Rencontre des équipes\n\nLa rencontre aura lieu le mardi 7 mars à 9h. Inscrivez-vous auprès de l'équipe.\n",
    "es": "Reunión de los equipos\n\nÚnete el martes 7 de marzo a las 9:00. Nos vemos en la sala grande del valle.\n",
}
TOLD = {
    "de": "1. Treffen der Stationen\n\nAda Brandt\n\nAm 25.6.2021 lud der Verbund zum Treffen ein. 27 Teilnehmende "
    "waren da. Danach wurden Wünsche genannt, und zum Ausklang des Treffens wurde überlegt, wie es weitergeht. Es war "
    "ein langer Tag.\n",
    "es": "Las lecciones del valle\n\nEstamos muy felices. Participaron muchas voluntarias y lo logramos. "
    "Agradecemos a todo el grupo, que fue una gran ayuda.\n\n  • Ana Torres, coordinadora\n",
}


@pytest.mark.parametrize("language", INVITING)
def test_an_invitation_with_a_day_but_no_year_is_an_event(language: str):
    draft = read_text(INVITING[language], "page.txt")
    assert (draft.kind, draft.starts_at) == ("event", None)


@pytest.mark.parametrize("language", TOLD)
def test_an_account_of_a_day_is_none(language: str):
    draft = read_text(TOLD[language], "page.txt")
    assert (draft.kind, draft.people) == ("other", ())


def test_a_first_line_keeps_its_number_as_the_title():
    assert read_text(TOLD["de"], "page.txt").title == "1. Treffen der Stationen"


def test_headings_with_a_day_of_their_own_are_a_listing():
    text = (
        "Around the meeting\n\nThree things to do before and after it.\n\n"
        "Evening walk\n\nAn easy walk.\n\n  • When? 03.06.2023 at 18:00\n  • Where? The gate\n\n"
        "Morning run\n\nShoes needed.\n\n  • When? 04.06.2023 at 09:00\n  • Where? The tower\n"
    )
    draft = read_text(text, "page.txt")
    assert draft.kind == "listing"
    assert [(s.title, s.starts_at) for s in draft.sessions] == [
        ("Evening walk", "2023-06-03T18:00"),
        ("Morning run", "2023-06-04T09:00"),
    ]


def test_an_account_of_an_event_is_none():
    body = "\n\n4 May 2024, Corn Hall\n\nSpeakers\n\n  • Imogen Thistlewood – head of beds, Larkmoor Trust\n"
    assert read_text("Beds in winter: workshop report" + body, "page.txt").kind == "other"
    assert read_text("Beds in winter: workshop" + body, "page.txt").kind == "event"


def test_a_text_that_invites_is_no_account_whatever_its_title_is():
    body = "\n\n4 mai 2024, 14:30\n\nPour vous inscrire, écrivez-nous. Rejoignez-nous à la salle des fêtes.\n"
    assert read_text("Des lits en hiver: webinaire - REPORT" + body, "page.txt").kind == "event"
