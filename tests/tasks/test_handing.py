# SPDX-License-Identifier: MIT
"""A hand-over pack gives the same events elsewhere, holds no private word, and is believed only where it is as made."""

import json
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from eqbrief import store as db
from eqbrief.files import resource
from eqbrief.model import Event, Filter, Framework, PlanAction, Target, Tie, UserError
from eqbrief.store import Store
from eqbrief.tasks import attach, attach_transcript, name_speaker
from eqbrief.tasks.frameworks import save_framework, shipped, tag
from eqbrief.tasks.handing import add_pack, is_pack, make_pack
from eqbrief.tasks.noting import new_note
from tests.store.filling import act, add_event

MARKER = "Zanzibar-private-marker"
VTT = """WEBVTT

00:00:01.000 --> 00:00:03.000
<v Imogen Thistlewood>We begin with kingfishers.</v>

00:00:04.000 --> 00:00:06.000
<v R Umberley>And with rotas.</v>
"""
DECK = resource("sample", "decks", "Presentation 140323.pptx")


@pytest.fixture
def giving(library: Store) -> Store:
    """Give a library with two events; the first has a deck, notes and actions, one of them from a private note."""
    first, _second = add_event(library, 1, address="https://example.org/1"), add_event(library, 2)
    attach(library, first, DECK)
    new_note(library, first, "Ask about *herons*.")
    new_note(library, first, f"{MARKER} of mine", private=True)
    whole = db.event(library, first)
    assert whole is not None
    from eqbrief.model import ActionEvidence

    act(library, first, "Send the rota", owner="Rafiq Umberley", due="2023-05-09")
    act(library, first, "Keep this", evidence=ActionEvidence("note", whole.notes[1].uid, f"{MARKER} again"))
    return library


@pytest.fixture
def taking(tmp_path: Path):
    store = Store.create(tmp_path / "elsewhere")
    yield store
    store.close()


@pytest.fixture
def evidence(giving: Store, tmp_path: Path) -> Store:
    """Give its first event a transcript, notes tied to a slide and a moment, and tags, some of an own framework."""
    first = next(one for one in events(giving) if any(deck.sha256 for deck in one.decks))
    said = tmp_path / "Words.vtt"
    said.write_text(VTT, encoding="utf-8")
    heard = attach_transcript(giving, first.id, said)
    rafiq = next(one for one in first.appearances if one.printed.name.startswith("Rafiq"))
    name_speaker(giving, heard.id, "R Umberley", rafiq.person_id)
    deck = first.decks[0]
    slide = Tie("slide", deck.uid, 2, "Presentation 140323", "Rotas")
    new_note(giving, first.id, "On this slide.", tie=slide)
    new_note(giving, first.id, "Said here.", tie=Tie("transcript", heard.uid, 4, heard.title))
    new_note(giving, first.id, f"{MARKER} tied", private=True, tie=slide)
    notes = db.event(giving, first.id).notes
    plan = save_framework(giving, Framework("", "Our own plan", actions=(PlanAction("1", "Ask first"),)))
    targets = [Target(first.id), Target(first.id, slide), *(Target(first.id, note=one.uid) for one in notes)]
    tag(giving, targets, plan, plan.actions[0])
    tag(giving, [Target(first.id)], shipped()[0], shipped()[0].actions[1])
    return giving


def pack(store: Store, target: Path, **more) -> Path:
    made = make_pack(store, db.event_ids(store, Filter()), target, title="Herons", **more)
    assert made is not None and made.events == 2
    return made.path


def told(event: Event) -> object:
    """Give what two libraries must agree on."""
    draft = replace(event.draft, text="", evidence={}, charset=None, address=None, source="", decks=())
    decks = {(deck.uid, deck.offered.title, deck.sha256) for deck in event.decks}
    notes = [(note.uid, note.text, note.tie) for note in event.notes if not note.private]
    actions = {(one.uid, one.text, one.owner, one.due, one.state, one.outcome) for one in event.actions}
    return event.uid, draft, decks, notes, actions


def spoken(store: Store, event: Event) -> tuple[list, set]:
    """Give what was said there, by whom, and what is tagged as evidence, but for private notes."""
    people = {one.person_id: one.printed.name for one in event.appearances}
    private = {note.uid for note in event.notes if note.private}
    said = [
        (
            one.uid,
            one.title,
            one.sha256,
            [(turn.starts_at, turn.text, people.get(turn.person_id)) for turn in one.turns],
        )
        for one in db.transcripts_of(store, event.id)
    ]
    tags = {
        (one.uid, one.framework, one.action, one.kind, one.record, one.number, one.words or "")
        for one in db.tags(store, event_id=event.id)
        if one.record not in private
    }
    return said, tags


def events(store: Store) -> list[Event]:
    return [event for number in db.event_ids(store, Filter()) if (event := db.event(store, number))]


@pytest.mark.parametrize("name", ["Herons", "Herons.zip"])
def test_it_gives_the_same_events_once(giving: Store, taking: Store, tmp_path: Path, name: str) -> None:
    path = pack(giving, tmp_path / name)
    assert is_pack(path)
    assert [one.action for one in add_pack(taking, path)] == ["added", "added"]
    assert [told(one) for one in events(taking)] == [told(one) for one in events(giving)]
    assert {source.address for one in events(taking) for source in one.sources} >= {"https://example.org/1"}
    assert [one.action for one in add_pack(taking, path)] == ["unchanged", "unchanged"]
    assert db.find(taking, "herons").hits
    from eqbrief.tasks.keeping import check

    assert check(taking) == []


@pytest.mark.parametrize("name", ["Herons", "Herons.zip"])
def test_transcripts_ties_and_evidence_come_along(evidence: Store, taking: Store, tmp_path: Path, name: str) -> None:
    path = pack(evidence, tmp_path / name)
    assert [one.action for one in add_pack(taking, path)] == ["added", "added"]
    assert [told(one) for one in events(taking)] == [told(one) for one in events(evidence)]
    given = [spoken(evidence, one) for one in events(evidence)]
    assert [spoken(taking, one) for one in events(taking)] == given
    ((said, tags),) = [one for one in given if one[0]]
    heard = [who for _at, _text, who in said[0][3]]
    assert heard[0] == "Imogen Thistlewood" and heard[1].startswith("Rafiq Umberley") and len(tags) == 6
    assert [one.name for one in db.own_frameworks(taking)] == ["Our own plan"]
    assert db.find(taking, "kingfishers").hits, "what was said is found"
    from eqbrief.tasks.keeping import check

    assert check(taking) == []


def test_what_was_said_stands_on_its_page_and_in_the_search(evidence: Store, tmp_path: Path) -> None:
    path = pack(evidence, tmp_path / "Herons")
    (page,) = [one for one in (path / "events").iterdir() if "kingfishers" in one.read_text(encoding="utf-8")]
    text = page.read_text(encoding="utf-8")
    assert (
        "<h2>Transcript</h2>" in text and 'href="../transcripts/1/Words.vtt"' in text and "<b>R Umberley:</b>" in text
    )
    assert "kingfishers" in (path / "index.html").read_text(encoding="utf-8")
    for file in path.rglob("*"):
        assert not file.is_file() or MARKER.encode() not in file.read_bytes(), file.name


@pytest.mark.parametrize("name", ["Herons", "Herons.zip"])
def test_no_private_word_is_in_it_nor_where_it_was_made(giving: Store, tmp_path: Path, name: str) -> None:
    path = pack(giving, tmp_path / name)
    held = {}
    if path.is_dir():
        held = {one.name: one.read_bytes() for one in path.rglob("*") if one.is_file()}
    else:
        with zipfile.ZipFile(path) as package:
            held = {one: package.read(one) for one in package.namelist()}
    assert len(held) == 7
    for name, data in held.items():
        for word in (MARKER, str(tmp_path), str(Path.home())):
            assert word.encode() not in data, (name, word)
    assert any(b"Send the rota" in data for data in held.values())


def test_the_site_names_every_deck_with_its_origin_and_whose_it_is(giving: Store, tmp_path: Path) -> None:
    path = pack(giving, tmp_path / "Herons")
    page = next(one for one in (path / "events").iterdir() if "1" in one.stem[-2:]).read_text(encoding="utf-8")
    assert 'href="../decks/Presentation 140323.pptx"' in page
    assert "From Larkmoor Alliance, https://example.org/1." in page
    assert "ask the publisher before you pass them on" in page
    bare = pack(giving, tmp_path / "Bare", decks=False)
    assert not (bare / "decks").exists()


def test_every_file_stands_in_the_manifest(giving: Store, tmp_path: Path) -> None:
    import hashlib

    path = pack(giving, tmp_path / "Herons")
    listed = json.loads((path / "manifest.json").read_bytes())["files"]
    files = {one.relative_to(path).as_posix(): one for one in path.rglob("*") if one.is_file()}
    assert set(listed) == set(files) - {"manifest.json"}
    for name, said in listed.items():
        data = files[name].read_bytes()
        assert said == {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}


@pytest.mark.parametrize("spoilt", ["eqbrief.json", "decks/Presentation 140323.pptx", "page"])
def test_what_was_changed_since_is_refused(giving: Store, taking: Store, tmp_path: Path, spoilt: str) -> None:
    path = pack(giving, tmp_path / "Herons")
    wanted = next((path / "events").iterdir()) if spoilt == "page" else path / spoilt
    wanted.write_bytes(wanted.read_bytes().replace(b"a", b"b"))
    done = add_pack(taking, path)
    assert "failed" in [one.action for one in done]
    assert any("was changed since" in (one.reason or "") for one in done)
    assert len(events(taking)) == sum(one.action == "added" for one in done)


def change(path: Path, alter) -> None:
    """Change a pack's data and its manifest with it, as somebody who means harm would."""
    import hashlib

    data = json.loads((path / "eqbrief.json").read_bytes())
    alter(data)
    (path / "eqbrief.json").write_text(json.dumps(data), encoding="utf-8")
    manifest = json.loads((path / "manifest.json").read_bytes())
    text = (path / "eqbrief.json").read_bytes()
    manifest["files"]["eqbrief.json"]["sha256"] = hashlib.sha256(text).hexdigest()
    (path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


@pytest.mark.parametrize(
    "alter",
    [
        lambda data: data["events"][0].update(title=7),
        lambda data: data["events"][0].update(title=None),
        lambda data: data["events"][0].update(title="half a pair \ud800"),
        lambda data: data["events"][0].update(uid="../../x"),
        lambda data: data["events"][0].update(people="x"),
        lambda data: data["events"][0].update(people=[{"name": "x", "capacity": "emperor"}]),
        lambda data: data["events"][0].update(topics=[1]),
        lambda data: data["events"][0].update(notes=[{"uid": "x", "text": "y"}]),
        lambda data: data["events"][0].update(page="../../../etc/passwd"),
        lambda data: data["events"][0].update(page="/etc/passwd"),
        lambda data: data["events"][0].update(
            decks=[{**deck, "file": "../../secret"} for deck in data["events"][0]["decks"]]
        ),
        lambda data: data["events"][0].update(tags=[{"uid": data["events"][0]["uid"], "kind": "planet"}]),
        lambda data: data["events"][0].update(transcripts=[{"uid": data["events"][0]["uid"], "file": "../../secret"}]),
        lambda data: data.update(events={}),
        lambda data: data.update(eqbrief_pack=99),
    ],
)
def test_what_has_another_shape_or_leads_out_is_refused(giving: Store, taking: Store, tmp_path: Path, alter) -> None:
    (tmp_path / "secret").write_text("x")
    path = pack(giving, tmp_path / "Herons")
    change(path, alter)
    done = add_pack(taking, path)
    assert "failed" in [one.action for one in done] and all(one.reason for one in done if one.action == "failed")
    assert not list((taking.folder / "files").rglob("secret*")) and not list((taking.folder / "files").rglob("passwd*"))


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"7"])
def test_damaged_data_is_said(giving: Store, taking: Store, tmp_path: Path, data: bytes) -> None:
    path = pack(giving, tmp_path / "Herons")
    (path / "manifest.json").write_bytes(data)
    assert [one.action for one in add_pack(taking, path)] == ["failed"]
    (tmp_path / "x.zip").write_bytes(b"PK\x03\x04 no zip")
    assert not is_pack(tmp_path / "x.zip") and not is_pack(tmp_path) and not is_pack(tmp_path / "absent.zip")


def test_a_zip_with_the_folder_in_it_is_read_too(giving: Store, taking: Store, tmp_path: Path) -> None:
    pack(giving, tmp_path / "Herons")
    again = shutil.make_archive(str(tmp_path / "again"), "zip", tmp_path, "Herons")
    assert is_pack(Path(again))
    assert [one.action for one in add_pack(taking, Path(again))] == ["added", "added"]


def test_a_folder_that_is_there_is_left_alone_and_nothing_stays_when_stopped(giving: Store, tmp_path: Path) -> None:
    (tmp_path / "Herons").mkdir()
    (tmp_path / "Herons" / "mine.txt").write_text("mine")
    with pytest.raises(UserError, match="left as it is"):
        pack(giving, tmp_path / "Herons")
    numbers = db.event_ids(giving, Filter())
    assert make_pack(giving, numbers, tmp_path / "Other", stop=lambda: True) is None
    with pytest.raises(UserError, match="no event"):
        make_pack(giving, [], tmp_path / "Other")
    with pytest.raises(UserError, match="no folder"):
        make_pack(giving, numbers, tmp_path / "absent" / "x.zip")
    assert sorted(one.name for one in tmp_path.iterdir() if one.name != "library") == ["Herons"]


def test_two_decks_of_one_title_both_come_along(library: Store, taking: Store, tmp_path: Path) -> None:
    number = add_event(library, 1, decks=())
    for at, name in enumerate(("Presentation 140323.pptx", "Adjustments passport slides.pdf")):
        (tmp_path / str(at)).mkdir()
        file = tmp_path / str(at) / f"Slides{Path(name).suffix}"
        shutil.copy(resource("sample", "decks", name), file)
        attach(library, number, file)
    given = db.event(library, number)
    made = make_pack(library, [number], tmp_path / "pack")
    assert made is not None and [one.offered.title for one in given.decks] == ["Slides", "Slides"]
    (added,) = add_pack(taking, made.path)
    assert (added.action, added.reason) == ("added", None)
    (taken,) = events(taking)
    assert [(one.uid, one.sha256) for one in taken.decks] == [(one.uid, one.sha256) for one in given.decks]
