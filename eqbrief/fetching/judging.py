# SPDX-License-Identifier: MIT
"""Which machines are public and which belong to this computer or its own network, and which step may follow which.

A page out on the internet must not send the program to a printer, a router or a service of this computer.
"""

import ipaddress
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address

from eqbrief.fetching.wanted import PAGE, Wanted
from eqbrief.model import UserError

_PREFIX_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
# Names that never lead to the internet: RFC 6761, 6762 and 8375; 'internal' is kept for private use by ICANN.
_OWN_NAMES = ("localhost", "local", "internal", "home.arpa", "lan", "intranet", "private", "corp", "home")


@dataclass(frozen=True, slots=True)
class Step:
    """A request that is about to be made. `public`: it leads out to the internet, as far as can be known."""

    address: str
    scheme: str
    host: str
    public: bool


def is_public(machine: str) -> bool:
    """Tell whether a numeric address is one of the internet; of one wrapped in another, what is inside counts.

    Loopback, link-local, private, shared, reserved and multicast addresses are not, and neither is what is no address.
    """
    try:
        found = ipaddress.ip_address(machine.partition("%")[0].strip("[]"))
    except ValueError:
        return False
    return all(one.is_global and not one.is_multicast and not one.is_reserved for one in _meant(found))


def is_numeric(host: str) -> bool:
    """Tell whether a host is written as a number rather than as a name."""
    try:
        ipaddress.ip_address(host.partition("%")[0].strip("[]"))
    except ValueError:
        return False
    return True


def is_own_name(host: str) -> bool:
    """Tell whether a name belongs to this computer or its own network by its look: one word, or a reserved ending."""
    name = host.casefold().rstrip(".")
    return "." not in name or any(name == own or name.endswith(f".{own}") for own in _OWN_NAMES)


def check_step(before: Step, after: Step, wanted: Wanted = PAGE) -> None:
    """Judge a redirect before it is followed.

    Raises:
        UserError: when it leads away from http and https, from https to http, or from the internet to this computer or
            its own network.
    """
    site = before.host
    if after.scheme not in ("http", "https"):
        raise UserError(
            f"'{site}' sends on to '{after.address[:200]}', which is no web address, so that was not followed.",
            f"{wanted.by_hand[:1].upper()}{wanted.by_hand[1:]}.",
        )
    if before.scheme == "https" and after.scheme == "http":
        raise UserError(
            f"'{site}' sends on from a safe connection to one that anybody could read or change "
            f"('{after.address[:200]}'), so that was not followed.",
            "If you trust that address, add it as it stands.",
        )
    if before.public and not after.public:
        raise UserError(
            f"'{site}' sends on to '{after.host}', a machine of your own network, so that was not followed.",
            f"If you meant that machine, add its address yourself; otherwise {wanted.by_hand}.",
        )


def _meant(found: IPv4Address | IPv6Address) -> list[IPv4Address | IPv6Address]:
    """Give the addresses that one stands for: IPv4 is carried inside IPv6 in four ways."""
    if isinstance(found, IPv4Address):
        return [found]
    if found.ipv4_mapped is not None:
        return [found.ipv4_mapped]
    if found.sixtofour is not None:
        return [found.sixtofour]
    if found.teredo is not None:
        return list(found.teredo)
    if found in _PREFIX_NAT64:
        return [IPv4Address(int(found) & 0xFFFFFFFF)]
    return [found]
