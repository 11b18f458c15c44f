# SPDX-License-Identifier: MIT
"""Every trouble of the network has a sentence that names the site and a step that can be taken."""

import pytest
from PySide6.QtNetwork import QNetworkReply, QSslError

from eqbrief.fetching import trouble
from eqbrief.model import UserError

SITE = "larkmoor.example"


@pytest.mark.parametrize("error", [one for one in QNetworkReply.NetworkError if one.value])
def test_every_error_of_the_network_is_two_sentences(error: QNetworkReply.NetworkError) -> None:
    said = trouble.of_error(error, SITE)
    assert said.what.endswith(".") and said.next_step.endswith(".") and "{" not in str(said)
    assert SITE in said.what or "proxy" in said.what


def test_every_refusal_is_two_sentences() -> None:
    for status in range(300, 600):
        said = trouble.of_status(status, SITE)
        assert said.what.endswith(".") and said.next_step.endswith(".") and "{" not in str(said)
        assert SITE in said.what or status == 407


def test_a_certificates_faults_are_each_said_once() -> None:
    faults = [QSslError.SslError.SelfSignedCertificate, QSslError.SslError.CertificateUntrusted]
    faults += [QSslError.SslError.HostNameMismatch, QSslError.SslError.PathLengthExceeded]
    said = str(trouble.of_certificate(faults, SITE))
    assert said.count("nobody that this computer trusts has signed it") == 1
    assert "it belongs to another site" in said and "it is faulty" in said


@pytest.mark.parametrize(("offline", "said"), [(True, "not connected"), (False, "No site called")])
def test_being_offline_is_not_the_sites_fault(offline: bool, said: str) -> None:
    assert said in str(trouble.unknown_site(SITE, offline=offline))


def test_the_rest_name_the_site_too() -> None:
    made = [trouble.too_large(SITE, 20_000_000), trouble.too_slow(SITE), trouble.too_far(SITE), trouble.no_tls(SITE)]
    assert all(isinstance(one, UserError) and SITE in one.what for one in made)
