# SPDX-License-Identifier: MIT
"""Which machines belong to this computer or its network, and which step may follow which."""

import ipaddress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eqbrief.fetching.judging import Step, check_step, is_numeric, is_own_name, is_public
from eqbrief.model import UserError


@pytest.mark.parametrize(
    "machine",
    ["127.0.0.1", "127.255.0.9", "0.0.0.0", "10.0.0.1", "172.16.5.4", "192.168.1.1", "169.254.169.254", "100.64.0.1",
     "192.0.2.1", "198.18.0.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "::", "::1", "[::1]",
     "fe80::1", "fe80::1%eth0", "fc00::1", "fd12:3456::1", "ff02::1", "2001:db8::1", "::ffff:127.0.0.1",
     "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "2002:7f00:1::", "2002:c0a8:101::1", "", "larkmoor"],
)  # fmt: skip
def test_what_is_not_out_on_the_internet(machine: str) -> None:
    assert not is_public(machine)


@pytest.mark.parametrize(
    "machine",
    ["1.1.1.1", "8.8.8.8", "172.32.0.1", "192.169.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"],
)
def test_what_is(machine: str) -> None:
    assert is_public(machine)


@given(st.ip_addresses(v=4))
def test_an_address_means_the_same_however_it_is_wrapped(machine: ipaddress.IPv4Address) -> None:
    number = int(machine)
    wrapped = [ipaddress.IPv6Address(number | 0xFFFF << 32), ipaddress.IPv6Address(0x64FF9B << 96 | number)]
    assert {is_public(str(one)) for one in wrapped} == {is_public(str(machine))}


@given(st.text(max_size=40))
def test_no_text_is_taken_for_a_public_machine_unless_it_is_a_number(text: str) -> None:
    assert not is_public(text) or is_numeric(text)


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST.", "a.localhost", "printer", "nas.local", "wiki.internal"])
def test_names_of_ones_own_are_known(host: str) -> None:
    assert is_own_name(host)


@pytest.mark.parametrize("host", ["larkmoor.example", "local.larkmoor.example", "notlocal.example", "a.b.c"])
def test_names_of_others_are_not(host: str) -> None:
    assert not is_own_name(host)


def step(scheme: str = "https", *, public: bool = True) -> Step:
    return Step(f"{scheme}://larkmoor.example/x", scheme, "larkmoor.example", public)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (step(), step()),
        (step("http"), step()),
        (step("http"), step("http")),
        (step(public=False), step()),
        (step(public=False), step(public=False)),
    ],
)
def test_steps_that_may_be_taken(before: Step, after: Step) -> None:
    check_step(before, after)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (step(), step("http"), "safe connection"),
        (step(public=False), step("http"), "safe connection"),
        (step(), step(public=False), "your own network"),
        (step("http"), step("http", public=False), "your own network"),
        (step(), step("ftp"), "no web address"),
        (step(), step(""), "no web address"),
    ],
)
def test_steps_that_may_not(before: Step, after: Step, said: str) -> None:
    with pytest.raises(UserError, match=said):
        check_step(before, after)
