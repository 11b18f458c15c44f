# SPDX-License-Identifier: MIT
"""Transcripts from Teams, Zoom and subtitle files: who said what, and when."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.model import UserError, say_time
from eqbrief.reading.transcripts import is_transcript, read_transcript
from eqbrief.reading.transcripts.cues import seconds_of
from tests.reading.transcripts import making


def said(data: bytes | str, name: str = "webinar.vtt") -> list[tuple[float, str | None, str]]:
    found = read_transcript(data.encode() if isinstance(data, str) else data, name)
    return [(turn.starts_at, turn.speaker, turn.text) for turn in found.turns]


def test_teams_captions_name_each_speaker_and_are_gathered():
    assert said(making.TEAMS) == [
        (
            3.41,
            "Heron, Imogen",
            "Good morning, everyone, and welcome. We start with the & of it all. "
            "Three wards will tell what they tried.",
        ),
        (62.0, "Rafiq Umberley (PENNYWICK)", "We call it co-production, because staff drew the rota."),
    ]


def test_zoom_puts_the_name_before_a_colon_and_leaves_it_out_while_one_goes_on():
    assert said(making.ZOOM) == [
        (2.0, "Imogen Heron", "Welcome back: two wards are left. Nobody needs to hurry."),
        (9.0, "Rafiq Umberley", "Thank you. The rule was this: ask first."),
    ]


def test_subtitles_have_no_speakers_and_no_marks():
    assert said(making.SRT, "film.srt") == [
        (1.0, None, "The river was low that year. And so were we."),
        (3600.0, None, "An hour has gone."),
    ]


@pytest.mark.parametrize("data", [making.TEAMS_WORD, making.OLD_TEAMS_WORD])
def test_both_of_teams_word_documents(data: bytes):
    turns = said(data, "webinar.docx")
    assert [(starts_at, speaker) for starts_at, speaker, _ in turns] == [
        (3.0, "Imogen Heron"),
        (62.0, "Rafiq Umberley"),
    ]
    assert turns[0][2] == "Good morning, everyone." and turns[1][2].startswith("We call it co-production.")


def test_rolling_captions_are_told_once():
    cues = [
        ("00:01.000", "so the first thing we did"),
        ("00:03.000", "so the first thing we did was to ask the night staff"),
        ("00:05.000", "was to ask the night staff and nobody else"),
    ]
    text = "WEBVTT\n\n" + "\n\n".join(f"{at} --> 00:06.000\n{words}" for at, words in cues)
    assert [words for _, _, words in said(text)] == [
        "so the first thing we did was to ask the night staff and nobody else"
    ]


def test_a_colon_in_passing_makes_nobody_a_speaker():
    cues = [f"00:{n:02}.000 --> 00:{n:02}.900\nThe wards went on with it for {n} weeks." for n in range(30)]
    cues[7] = "00:07.000 --> 00:07.900\nOne thing: nobody went back."
    assert {speaker for _, speaker, _ in said("WEBVTT\n\n" + "\n\n".join(cues))} == {None}


def test_a_long_speech_is_cut_where_a_sentence_ends():
    cues = [
        f"{n // 60:02}:{n % 60:02}.000 --> {n // 60:02}:{n % 60:02}.900\nSentence number {n} ends." for n in range(120)
    ]
    turns = said("WEBVTT\n\n" + "\n\n".join(cues))
    assert len(turns) > 3 and all(len(words) <= 640 and words.endswith(".") for _, _, words in turns)


def test_notes_styles_and_cues_without_sense_are_passed_over():
    text = (
        "WEBVTT - made by hand\n\nNOTE\nnot said\n\nSTYLE\n::cue { color: red }\n\nnonsense --> 00:04.000\nlost\n\n"
        "00:09.000 --> 00:02.000 align:start\n<c.loud>Kept</c> <00:09.500>all the same\n"
    )
    found = read_transcript(text.encode(), "x.vtt").turns
    assert [(turn.starts_at, turn.ends_at, turn.text) for turn in found] == [(9.0, None, "Kept all the same")]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "empty.vtt"),
        (b"\xef\xbb\xbf \n", "blank.srt"),
        (b"WEBVTT\n\n", "nothing.vtt"),
        (b"Minutes of the meeting", "minutes.srt"),
        (making.word("Minutes", "Present: all", "We met at 10:00 and left."), "minutes.docx"),
        (b"PK\x03\x04 broken", "broken.docx"),
        (making.TEAMS_WORD[: len(making.TEAMS_WORD) // 2], "half.docx"),
    ],
)
def test_what_is_no_transcript_is_refused_in_a_sentence(data: bytes, name: str):
    with pytest.raises(UserError, match=name):
        read_transcript(data, name)


def test_a_document_with_entities_or_without_end_is_refused():
    for source in (
        b'<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><d>&e;</d>',
        b"<w>" + b" " * 41_000_000 + b"</w>",
    ):
        made = BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("word/document.xml", source)
        with pytest.raises(UserError):
            read_transcript(made.getvalue(), "trap.docx")


@given(st.one_of(st.text(), st.lists(st.sampled_from(making.TEAMS.split("\n"))).map("\n".join)))
def test_anything_is_read_or_refused(text: str):
    for data in (text.encode("utf-8", "replace"), b"WEBVTT\n\n" + text.encode("utf-8", "replace")):
        try:
            turns = read_transcript(data, "x.vtt").turns
        except UserError:
            continue
        assert turns and all(turn.text and turn.starts_at >= 0 for turn in turns)
        assert [turn.starts_at for turn in turns] == sorted(turn.starts_at for turn in turns)


def test_times_are_read_and_said():
    assert [seconds_of(written) for written in ("00:01:02.500", "1:02,5", "75:03", "9", "x")] == [
        62.5,
        62.5,
        4503,
        None,
        None,
    ]
    assert [say_time(at) for at in (7.9, 247, 3729)] == ["0:07", "4:07", "1:02:09"]


def test_what_may_be_one_is_told_by_its_name_or_its_first_word():
    assert is_transcript(b"WEBVTT\n", "captions.txt") and is_transcript(b"1\n", "film.SRT")
    assert not is_transcript(b"PK\x03\x04", "slides.pptx")
