# SPDX-License-Identifier: MIT
"""Safe connections that are in order: the name is proved although the connection is made to a machine's number."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QSslCertificate, QSslConfiguration

from tests.fetching.asking import PAGE, got, refused
from tests.fetching.certificates import certificate
from tests.helpers.serving import Site, serving

HOST = "larkmoor.invalid"


def here(*_asked: object) -> list[str]:
    """Look every name up as this machine."""
    return ["127.0.0.1"]


@pytest.fixture
def safe(tmp_path: Path, qapp) -> Iterator[Site]:
    """Serve as https in the name of a site, whose certificate this process trusts for the time of a test."""
    file = certificate(tmp_path, HOST)
    before = QSslConfiguration.defaultConfiguration()
    trusting = QSslConfiguration(before)
    trusting.addCaCertificate(QSslCertificate.fromPath(str(file))[0])
    QSslConfiguration.setDefaultConfiguration(trusting)
    with serving(file) as site:
        yield site
    QSslConfiguration.setDefaultConfiguration(before)


def test_the_certificate_is_of_the_name_and_the_name_is_asked_for(safe: Site) -> None:
    address = safe.put("/event", PAGE).replace("127.0.0.1", HOST)
    assert got(address, look_up=here).data == PAGE
    assert safe.names == [HOST]
    assert safe.asked[0].headers["host"] == f"{HOST}:{safe.port}"


@pytest.mark.parametrize("host", ["pennywick.invalid", "127.0.0.1"])
def test_a_trusted_certificate_is_no_good_for_another_name(safe: Site, host: str) -> None:
    address = safe.put("/event", PAGE).replace("127.0.0.1", host)
    assert "it belongs to another site" in refused(address, look_up=here)
    assert safe.asked == []


def test_from_safe_to_unsafe_is_not_followed(safe: Site, site: Site) -> None:
    site.put("/event", PAGE)
    address = safe.send_on("/event", site.at("/event")).replace("127.0.0.1", HOST)
    assert "safe connection" in refused(address, look_up=here)
    assert len(safe.asked) == 1 and site.asked == []


def test_from_unsafe_to_safe_is(safe: Site, site: Site) -> None:
    onward = safe.put("/event", PAGE).replace("127.0.0.1", HOST)
    assert got(site.send_on("/event", onward), look_up=here).address == onward
