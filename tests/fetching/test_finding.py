# SPDX-License-Identifier: MIT
"""From an address to a machine: proxies, look-ups, and never from the internet to the inside."""

import pytest

from eqbrief.fetching.finding import url_of, written
from eqbrief.model import UserError
from tests.fetching.asking import PAGE, got, refused
from tests.helpers.serving import Site


def through(proxy: Site, monkeypatch) -> None:
    """Let a site be the proxy of the system, so that names of the internet are answered on this machine."""
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{proxy.port}")


@pytest.mark.parametrize(
    "inside", ["http://127.0.0.1:{port}/x", "http://localhost:{port}/x", "http://[::1]:{port}/x", "http://10.1.2.3/x",
               "http://169.254.169.254/latest", "http://printer/x", "http://2130706433:{port}/x", "//0x7f.1:{port}/x",
               "http://[::ffff:127.0.0.1]:{port}/x"],
)  # fmt: skip
def test_the_internet_does_not_send_inside(site: Site, monkeypatch, inside: str) -> None:
    through(site, monkeypatch)
    site.send_on("http://larkmoor.example/event", inside.format(port=site.port))
    assert "a machine of your own network" in refused("http://larkmoor.example/event")
    assert [one.path for one in site.asked] == ["http://larkmoor.example/event"]


def test_nor_does_it_by_two_steps_out_and_in(site: Site, monkeypatch) -> None:
    through(site, monkeypatch)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    site.send_on("/start", "http://larkmoor.example/on")
    site.send_on("http://larkmoor.example/on", "http://pennywick.example/back")
    site.send_on("http://pennywick.example/back", site.at("/start"))
    assert "a machine of your own network" in refused(site.at("/start"))
    assert len(site.asked) == 3


def test_a_proxy_is_asked_for_names_that_only_it_can_look_up(site: Site, monkeypatch) -> None:
    through(site, monkeypatch)
    site.send_on("http://larkmoor.example/old", "http://pennywick.example/new")
    site.put("http://pennywick.example/new", PAGE)
    assert got("http://larkmoor.example/old").address == "http://pennywick.example/new"
    assert [one.headers["host"] for one in site.asked] == ["larkmoor.example", "pennywick.example"]


def test_an_address_that_the_person_gave_may_be_private_and_lead_to_private_ones(site: Site) -> None:
    site.send_on("/old", site.at("/new", "localhost"))
    site.put("/new", PAGE)
    assert got(site.at("/old")).address == site.at("/new", "localhost")


def test_the_connection_is_made_to_what_was_looked_up_and_judged(site: Site) -> None:
    """A name that means something else a moment later leads nowhere else: it is looked up once a step."""
    site.put("/event", PAGE)
    asked: list[str] = []

    def look_up(host, clock, limits):
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["192.0.2.1"]

    assert got(f"http://larkmoor.invalid:{site.port}/event", look_up=look_up).data == PAGE
    assert asked == ["larkmoor.invalid"]
    assert site.asked[0].headers["host"] == f"larkmoor.invalid:{site.port}"


def test_another_machine_of_the_same_name_is_tried(site: Site) -> None:
    site.put("/event", PAGE)
    address = f"http://larkmoor.invalid:{site.port}/event"
    assert got(address, look_up=lambda *_: ["127.0.0.2", "127.0.0.1"]).data == PAGE
    assert len(site.asked) == 1


def test_a_name_that_nobody_knows_is_said() -> None:
    said = refused("http://larkmoor.invalid/event", look_up=lambda *_: [])
    assert "larkmoor.invalid" in said and ("No site called" in said or "not connected" in said)


@pytest.mark.parametrize(
    "text",
    ["", "https://", "http:///x", "larkmoor.example", "http://lark moor.example/", "http://x\\@larkmoor.example/",
     "http://larkmoor.example:0/", "http://larkmoor.example/\x00", "http://larkmoor.example/\u202e\n/x",
     "https://" + "x" * 5000],
)  # fmt: skip
def test_what_is_no_whole_address_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="is not a whole web address"):
        url_of(text)


@pytest.mark.parametrize(
    "text", ["file:///etc/hostname", "ftp://larkmoor.example/x", "file://larkmoor.example/share/page.html"]
)
def test_only_web_addresses_are_taken(text: str) -> None:
    with pytest.raises(UserError, match=r"whole web address|no address of a web page"):
        url_of(text)


@pytest.mark.parametrize("who", ["me:secret@", "me@", ":@", "@"])
def test_names_and_passwords_are_refused_and_not_repeated(who: str) -> None:
    with pytest.raises(UserError) as caught:
        url_of(f"https://{who}larkmoor.example/x")
    assert "secret" not in str(caught.value)


def test_an_address_is_written_as_it_is_sent() -> None:
    assert written(url_of(" https://Würzhof.example/Früh?q=ä#top")) == (
        "https://xn--wrzhof-3ya.example/Fr%C3%BCh?q=%C3%A4"
    )
