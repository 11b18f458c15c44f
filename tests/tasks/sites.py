# SPDX-License-Identifier: MIT
"""The ways in which sites behave when a deck is asked of them: those that bring one all the same, and the others."""

import zipfile
from io import BytesIO

from eqbrief.files import resource
from tests.helpers.offering import Offer

PPTX = resource("sample", "decks", "Presentation 140323.pptx").read_bytes()
PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
SIGN_IN = b"<!doctype html><title>Sign in</title><form><input type='password'></form>"
TITLE = "Kinder rotas in practice"
HALF = len(PPTX) // 2


def with_macros() -> bytes:
    """Give the sample deck with a part that holds macros, under the type of a deck without."""
    held = BytesIO(PPTX)
    with zipfile.ZipFile(held, "a") as package:
        package.writestr("ppt/vbaProject.bin", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    return held.getvalue()


# What a site does and brings a deck all the same: how the deck is offered, and what the file is called then.
GOOD: dict[str, tuple[Offer, str, str]] = {
    "says nothing of its length": (Offer(PPTX, says_length=False), "/a.pptx", "a.pptx"),
    "breaks off twice, and goes on by ranges": (Offer(PPTX, cuts=[HALF, 100]), "/a.pptx", "a.pptx"),
    "breaks off, and knows no ranges": (Offer(PPTX, cuts=[HALF], ranges=False), "/a.pptx", "a.pptx"),
    "breaks off, and gives nothing to go on by": (Offer(PPTX, cuts=[HALF], tag=None), "/a.pptx", "a.pptx"),
    "breaks off, and has only a weak mark": (Offer(PPTX, cuts=[HALF], tag='W/"one"'), "/a.pptx", "a.pptx"),
    "breaks off, and did not say how long it is": (Offer(PDF, cuts=[50], says_length=False), "/a.pdf", "a.pdf"),
    "stalls": (Offer(PPTX, stalls=[HALF]), "/a.pptx", "a.pptx"),
    "has trouble of its own": (Offer(PPTX, refusals=[503, 500]), "/a.pptx", "a.pptx"),
    "has no time now": (Offer(PPTX, refusals=[429], headers={"Retry-After": "0"}), "/a.pptx", "a.pptx"),
    "says another length than of the range": (
        Offer(PPTX, cuts=[HALF], headers={"Content-Range": "bytes 7-9/10"}), "/a.pptx", "a.pptx",
    ),
    "names it": (
        Offer(PPTX, headers={"Content-Disposition": "attachment; filename*=UTF-8''Rotas%20%E2%80%93%20day%201.pptx"}),
        "/get?id=7", "Rotas – day 1.pptx",
    ),
    "names it with a path": (
        Offer(PPTX, headers={"Content-Disposition": 'attachment; filename="..\\\\..\\\\Rotas.pptx"'}),
        "/get?id=7", "Rotas.pptx",
    ),
    "names it without an ending": (
        Offer(PDF, headers={"Content-Disposition": 'attachment; filename="Rotas 2.0"'}), "/get", "Rotas 2.0.pdf",
    ),
    "does not name it": (Offer(PDF), "/media/4711", f"{TITLE}.pdf"),
    "serves it by a program": (Offer(PDF), "/download.php?id=3", f"{TITLE}.pdf"),
    "says that it is a page": (Offer(PPTX, headers={"Content-Type": "text/html"}), "/a.pptx", "a.pptx"),
}  # fmt: skip


# What must not be kept: how it is offered, and what the reason says.
BAD: dict[str, tuple[Offer, str, str]] = {
    "a page to sign in under a deck's name": (Offer(SIGN_IN), "/a.pptx", "a web page that asks for a password"),
    "another page": (Offer(b"<!doctype html><title>Gone</title><p>Sorry."), "/a.pptx", "it is a web page"),
    "a program": (Offer(b"MZ" + bytes(300)), "/a.pptx", "it is a program"),
    "a recording": (Offer(b"\x00\x00\x00\x18ftypmp42" + bytes(300)), "/a.pptx", "it is a recording"),
    "another kind of deck": (Offer(PDF), "/a.pptx", "its content is a PDF, but its name ends in '.pptx'"),
    "macros under a name without": (Offer(with_macros()), "/a.pptx", "it holds macros"),
    "nothing": (Offer(b""), "/a.pptx", "it is empty"),
    "half, and says that it is all": (Offer(PPTX[:HALF]), "/a.pptx", "damaged or incomplete"),
    "zeros": (Offer(bytes(5000)), "/a.pptx", "damaged or incomplete"),
    "a program's ending before a deck's": (
        Offer(PPTX, headers={"Content-Disposition": "attachment; filename=Rotas.exe.pptx"}), "/a", "'.exe' in its name",
    ),
    "a program's ending after a deck's": (
        Offer(PPTX, headers={"Content-Disposition": "attachment; filename=Rotas.pptx.scr"}), "/a", "'.scr' in its name",
    ),
    "a name that turns its letters": (
        Offer(PPTX, headers={"Content-Disposition": "attachment; filename*=UTF-8''Rotas%E2%80%AExtpp.pptx"}),
        "/a", "turn the order of its letters",
    ),
    "more than is taken, and says so": (Offer(bytes(3_000_000)), "/a.pptx", "larger than 1 MB"),
    "more than is taken, and does not say": (Offer(bytes(3_000_000), says_length=False), "/a.pptx", "larger than 1 MB"),
    "a packing that nobody asked for": (Offer(PPTX, headers={"Content-Encoding": "br"}), "/a.pptx", "packed in a way"),
    "refusals": (Offer(PPTX, refusals=[403]), "/a.pptx", "does not let EqBrief see this file"),
    "no file": (Offer(PPTX, refusals=[404]), "/a.pptx", "has no file at this address"),
    "no file any more": (Offer(PPTX, refusals=[410]), "/a.pptx", "has taken this file away"),
    "a question who asks": (Offer(PPTX, refusals=[401]), "/a.pptx", "only to people who have signed in"),
}  # fmt: skip
