# SPDX-License-Identifier: MIT
"""Decks downloaded from a server on this machine that behaves in all the ways sites do, each with its right outcome."""

import gzip
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.fetching.saving import Patience, download
from eqbrief.fetching.waiting import Limits
from eqbrief.model import Choice, Deck, Downloaded, Draft, DraftDeck, Progress, UserError
from eqbrief.store import Store
from eqbrief.tasks.downloading import ask_for, fetch_decks, give_up, part_of, to_ask_for, work_off
from eqbrief.tasks.keeping import check
from eqbrief.tasks.pages import Page
from tests.helpers.offering import Offer
from tests.helpers.serving import Site
from tests.tasks.sites import BAD, GOOD, HALF, PDF, PPTX, TITLE

quick = partial(
    download,
    limits=Limits(size=1_000_000, redirects=4),
    patience=Patience((0.01, 0.02), longest=5),
)
hurried = partial(quick, limits=Limits(size=1_000_000, idle_s=0.3))
"""For what stalls; on a busy machine anything may, for so long."""


def an_event(library: Store, url: str | None, page: str | None) -> int:
    draft = Draft("p", "event", "Rotas", starts_at="2023-03-20", decks=(DraftDeck(TITLE, url=url),), address=page)
    (added,) = tasks.accept(library, Page("page.html", f"page {url}".encode(), draft), choice=Choice(apart=True))
    assert added.event is not None
    return added.event.id


def fetched(library: Store, url: str | None, page: str | None, **how) -> Downloaded:
    (one,) = fetch_decks(library, [an_event(library, url, page)], **{"download": quick, **how})
    return one


def each_once(asked: list[str]) -> list[str]:
    """Leave out repetitions: Qt asks again by itself where a connection ends before it has looked at the answer."""
    return list(dict.fromkeys(asked))


def files(library: Store) -> list[str]:
    """Name what lies under the files and the downloads of a library, but the pages that were kept."""
    folders = (library.folder / "files", library.folder / "downloads")
    return [path.name for folder in folders for path in sorted(folder.rglob("*")) if path.suffix not in ("", ".html")]


def kept(library: Store, one: Downloaded) -> bytes:
    assert (one.action, one.reason, one.deck.state) == ("fetched", None, "here"), one.reason
    assert files(library) == [Path(str(one.deck.file)).name], "nothing else is left"
    assert check(library) == []
    return (library.folder / str(one.deck.file)).read_bytes()


def test_a_named_deck_is_kept_as_if_it_had_been_attached(library: Store, site: Site) -> None:
    seen: list[Progress] = []
    one = fetched(library, Offer(PPTX).on(site, "/files/Rotas%20200323.pptx"), site.at("/event"), report=seen.append)
    assert kept(library, one) == PPTX
    assert one.deck.file == "files/2023-03-20 Rotas/Rotas 200323.pptx"
    assert (one.deck.offered.format, one.deck.size_bytes) == ("pptx", len(PPTX))
    assert [(step.done, step.total) for step in seen] == [(0, 1)] * len(seen)
    assert seen[0].what == f"Downloading {TITLE}"
    assert next(iter(fetch_decks(library, download=quick))).action == "here"
    assert tasks.undo(library) == f"Download “{TITLE}”"
    assert db.deck(library, one.deck.id).file is None


def test_an_address_is_read_from_where_the_page_is(library: Store, site: Site) -> None:
    Offer(PDF).on(site, "/2023/slides/rotas.pdf")
    assert kept(library, fetched(library, "slides/rotas.pdf", site.at("/2023/rotas.html"))) == PDF


@pytest.mark.parametrize("name", GOOD)
def test_it_comes_whole_where_a_site(name: str, library: Store, site: Site) -> None:
    offer, path, called = GOOD[name]
    how = hurried if offer.stalls else quick
    one = fetched(library, offer.fresh().on(site, path), site.at("/event"), download=how)
    assert kept(library, one) == offer.data
    assert Path(str(one.deck.file)).name == called


def test_what_is_here_is_asked_for_only_once(library: Store, site: Site) -> None:
    offer = Offer(PPTX, cuts=[HALF, 100])
    assert kept(library, fetched(library, offer.on(site, "/a.pptx"), site.at("/event"))) == PPTX
    assert each_once(offer.asked) == ["", f"bytes={HALF}-", f"bytes={HALF + 100}-"]


def test_two_states_of_a_file_are_never_mixed(library: Store, site: Site) -> None:
    """The file changes after the first half, on a site that keeps to If-Range, and on one that does not."""
    for obeys in (True, False):
        first, second = Offer(bytes(len(PDF) * 900), cuts=[HALF]), Offer(PDF * 900, tag='"two"')
        address = first.on(site, "/a.pdf")

        def answer(request, first: Offer = first, second: Offer = second, obeys: bool = obeys) -> None:
            if not obeys and first.asked:
                del request.headers["If-Range"]
            (second if first.asked else first).answer(request, site)

        site.answers["/a.pdf"] = answer
        one = fetched(library, address, site.at("/event"))
        assert one.reason is None
        assert (library.folder / str(one.deck.file)).read_bytes() == second.data


def test_a_zipped_answer_that_was_not_asked_for_is_unzipped_and_counted(library: Store, site: Site) -> None:
    zipped = Offer(gzip.compress(PPTX), headers={"Content-Encoding": "gzip"})
    assert kept(library, fetched(library, zipped.on(site, "/a.pptx"), site.at("/event"))) == PPTX
    bomb = Offer(gzip.compress(bytes(60_000_000)), headers={"Content-Encoding": "gzip"})
    one = fetched(library, bomb.on(site, "/b.pptx"), site.at("/event"))
    assert "larger than 1 MB" in str(one.reason)
    half = Offer(gzip.compress(PPTX)[:-9], headers={"Content-Encoding": "gzip"})
    assert "broke off" in str(fetched(library, half.on(site, "/c.pptx"), site.at("/event")).reason)


@pytest.mark.parametrize("name", BAD)
def test_it_is_refused_with_the_reason_where_a_site_sends(name: str, library: Store, site: Site) -> None:
    offer, path, said = BAD[name]
    offer = offer.fresh()
    one = fetched(library, offer.on(site, path), site.at("/event"))
    assert (one.action, one.deck.state) == ("failed", "named")
    assert said in str(one.reason) and "127.0.0.1" in str(one.reason) and str(one.reason).endswith(".")
    assert files(library) == [] and len(offer.asked) == 1, "it is not tried again"


@pytest.mark.parametrize(
    ("offer", "said", "times"),
    [
        (lambda: Offer(PPTX, refusals=[503] * 9), "answered 503", 3),
        (lambda: Offer(PPTX, cuts=[HALF, *[0] * 9]), "broke off", 3),
        (lambda: Offer(PPTX, stalls=[HALF, 0, 0, 0]), "did not answer in time", 3),
        (lambda: Offer(PPTX, refusals=[429] * 9, headers={"Retry-After": "3600"}), "no more requests", 1),
        (lambda: Offer(PPTX, refusals=[503] * 9, headers={"Retry-After": "Fri, 01 Jan 2100 00:00:00 GMT"}), "503", 1),
    ],
)
def test_after_three_tries_it_is_said_and_the_part_stays(
    offer: Callable[[], Offer], said: str, times: int, library: Store, site: Site
) -> None:
    made = offer()
    half = HALF in (*made.cuts, *made.stalls)
    how = hurried if made.stalls else quick
    one = fetched(library, made.on(site, "/a.pptx"), site.at("/event"), download=how)
    assert one.action == "failed" and said in str(one.reason)
    # See `each_once`: what breaks off may be asked for more often than is tried.
    assert len(made.asked) == times or (made.cuts and len(made.asked) > times)
    assert not [name for name in files(library) if name.endswith(".pptx")]
    part = part_of(library, one.deck)
    assert (part.stat().st_size if part.exists() else 0) == (HALF if half else 0)


def test_a_redirect_never_leads_out_of_the_web_or_inwards(library: Store, site: Site) -> None:
    page = site.at("/event")
    away = fetched(library, site.send_on("/away", "file:///etc/hostname"), page)
    assert "is no web address" in str(away.reason)
    round_ = fetched(library, site.send_on("/round", "/round"), page)
    assert "without an end" in str(round_.reason)
    assert files(library) == []
    Offer(PPTX).on(site, "/b.pptx")
    assert fetched(library, site.send_on("/get/9", "/b.pptx"), page).deck.file == "files/2023-03-20 Rotas (3)/b.pptx"


@pytest.mark.parametrize("page", [None, "https://larkmoor.example/event"])
def test_a_page_of_the_internet_or_of_nowhere_leads_to_no_machine_of_the_own_network(
    page: str | None, library: Store, site: Site
) -> None:
    how = partial(quick, look_up=lambda host, clock, limits: ["8.8.8.8"])
    (one,) = fetch_decks(library, [an_event(library, Offer(PPTX).on(site, "/a.pptx"), page)], download=how)
    assert "a machine of your own network" in str(one.reason)
    assert site.asked == []


def test_what_has_no_whole_address_is_left_out_with_the_reason(library: Store, qapp) -> None:
    one = fetched(library, None, None)
    assert one.action == "skipped" and "gives no address" in str(one.reason)
    two = fetched(library, "slides/a.pptx", None)
    assert two.action == "failed" and "only a part of the address" in str(two.reason)
    assert fetched(library, "file:///etc/hostname", None).action == "failed"


def test_a_stop_keeps_the_part_and_the_next_download_goes_on(library: Store, site: Site) -> None:
    offer = Offer(PPTX, stalls=[HALF])
    number = an_event(library, offer.on(site, "/a.pptx"), site.at("/event"))
    deck: Deck = db.decks_of(library, [number])[0]

    def stop() -> bool:
        return part_of(library, deck).is_file() and part_of(library, deck).stat().st_size == HALF

    patient = partial(quick, limits=Limits(idle_s=20))
    (one,) = fetch_decks(library, [number], stop=stop, download=patient)
    assert one.action == "skipped" and "goes on from there" in str(one.reason)
    assert part_of(library, deck).stat().st_size == HALF
    site.ended.set()
    (again,) = fetch_decks(library, [number], download=quick)
    assert kept(library, again) == PPTX
    assert offer.asked == ["", f"bytes={HALF}-"]


def test_a_part_that_was_whole_is_not_fetched_again(library: Store, site: Site, monkeypatch) -> None:
    """As after a kill between the last byte and the readable name."""
    offer = Offer(PPTX)
    number = an_event(library, offer.on(site, "/a.pptx"), site.at("/event"))
    (deck,) = db.decks_of(library, [number])
    part = part_of(library, deck)
    part.parent.mkdir()
    assert quick(site.at("/a.pptx"), part, page=site.at("/event")) is not None
    (one,) = fetch_decks(library, [number], download=quick)
    assert kept(library, one) == PPTX
    assert offer.asked == ["", f"bytes={len(PPTX) - 1}-"]


def test_through_the_systems_proxy(library: Store, site: Site, monkeypatch) -> None:
    """Names that this computer cannot look up are the proxy's to know; what breaks off goes on through it."""
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{site.port}")
    address = "http://larkmoor.example/slides/a.pptx"
    offer = Offer(PPTX, cuts=[HALF])
    offer.on(site, address)
    one = fetched(library, "slides/a.pptx", "http://larkmoor.example/event")
    assert kept(library, one) == PPTX
    assert {one.path for one in site.asked} == {address}
    assert each_once(offer.asked) == ["", f"bytes={HALF}-"]
    assert {one.headers["host"] for one in site.asked} == {"larkmoor.example"}


@pytest.mark.parametrize(("status", "said"), [(407, "asks for a name and a password"), (502, "502")])
def test_a_proxy_that_stands_in_the_way_is_named(library: Store, site: Site, monkeypatch, status, said) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{site.port}")
    site.put("http://larkmoor.example/a.pptx", b"", status, proxy_authenticate='Basic realm="x"')
    one = fetched(library, "a.pptx", "http://larkmoor.example/event")
    assert one.action == "failed" and said in str(one.reason)
    assert files(library) == []


def test_a_disk_without_room_is_said_before_anything_comes(library: Store, site: Site, monkeypatch) -> None:
    monkeypatch.setattr("eqbrief.fetching.parts.SPARE_BYTES", 1 << 60)
    one = fetched(library, Offer(PPTX).on(site, "/a.pptx"), site.at("/event"))
    assert one.action == "failed" and "has no room" in str(one.reason)


def test_two_at_once_do_not_write_one_part(library: Store, site: Site) -> None:
    number = an_event(library, Offer(PDF * 9000).on(site, "/a.pdf"), site.at("/event"))
    said: list[Downloaded] = []

    def meanwhile(progress: Progress) -> None:
        if "," in progress.what and not said:
            said.extend(fetch_decks(library, [number], download=quick))

    (one,) = fetch_decks(library, [number], meanwhile, download=quick)
    assert one.action == "fetched"
    assert [other.action for other in said] == ["failed"]
    assert "another EqBrief" in str(said[0].reason)


def test_only_decks_whose_whole_address_is_known_can_be_asked_for(library: Store, site: Site) -> None:
    page = site.at("/event")
    given = [("a.pptx", page), ("https://larkmoor.example/a.pptx", None), ("a.pptx", None), (None, page)]
    events = [an_event(library, url, where) for url, where in given]
    decks = db.decks_of(library, events)
    assert to_ask_for(library, events) == [decks[0].id, decks[1].id]
    Offer(PPTX).on(site, "/a.pptx")
    assert next(iter(fetch_decks(library, [events[0]], download=quick))).action == "fetched"
    assert to_ask_for(library) == [decks[1].id]


def test_what_was_asked_for_is_worked_off_or_keeps_its_reason(library: Store, site: Site) -> None:
    offer = Offer(PPTX, refusals=[404])
    (deck,) = db.decks_of(library, [an_event(library, offer.on(site, "/a.pptx"), site.at("/event"))])
    ask_for(library, [deck.id])
    with pytest.raises(UserError, match="no file at this address"):
        work_off(library, deck.id, lambda here, whole: None, download=quick)
    (failed,) = db.downloads(library)
    assert failed.state == "failed" and "no file at this address" in str(failed.reason)
    ask_for(library, [deck.id])
    part_of(library, deck).write_bytes(b"half")
    give_up(library, [deck.id])
    assert db.downloads(library) == [] and not part_of(library, deck).exists()
    ask_for(library, [deck.id])
    here = work_off(library, deck.id, lambda here, whole: None, download=quick)
    assert here is not None and here.state == "here" and db.downloads(library) == []
