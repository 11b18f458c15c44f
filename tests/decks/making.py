# SPDX-License-Identifier: MIT
"""Small decks of every kind, made here part by part, so that a test can break or hide any of them."""

import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tests.files.making import OFFICE, PLAIN, open_document, types, zipped

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
D = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_SPACES = f'xmlns:a="{A}" xmlns:p="{P}" xmlns:c="{C}" xmlns:dgm="{D}" xmlns:mc="{MC}" xmlns:r="{OFFICE.rstrip("/")}"'


@dataclass(frozen=True)
class Made:
    """A slide of a test: its shapes and those of its notes as XML; `links`: (id, kind, target), '→' before outside."""

    shapes: str = ""
    notes: str = ""
    hidden: bool = False
    links: Sequence[tuple[str, str, str]] = ()
    parts: Mapping[str, str | bytes] = field(default_factory=dict)


def paragraph(*runs: str, level: int = 0) -> str:
    """Make a paragraph of runs; one that begins with '<' is taken as XML."""
    words = "".join(run if run.startswith("<") else f"<a:r><a:rPr/><a:t>{run}</a:t></a:r>" for run in runs)
    return f'<a:p><a:pPr lvl="{level}"/>{words}</a:p>'


def shape(*lines: str, holder: str = "", describe: str = "", link: str = "") -> str:
    """Make a shape with lines of text; `holder` is the type of its placeholder."""
    kind = f'<p:ph type="{holder}"/>' if holder else ""
    click = f'<a:hlinkClick r:id="{link}"/>' if link else ""
    body = "".join(line if line.startswith("<a:p>") else paragraph(line) for line in lines)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="2" name="Shape" descr="{describe}">{click}</p:cNvPr><p:cNvSpPr/>'
        f"<p:nvPr>{kind}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>{body}</p:txBody></p:sp>"
    )


def group(*shapes: str) -> str:
    return f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="3" name="Group"/></p:nvGrpSpPr><p:grpSpPr/>{"".join(shapes)}</p:grpSp>'


def picture(describe: str = "") -> str:
    return f'<p:pic><p:nvPicPr><p:cNvPr id="4" name="Picture" descr="{describe}"/></p:nvPicPr><p:blipFill/></p:pic>'


def frame(data: str) -> str:
    about = '<p:nvGraphicFramePr><p:cNvPr id="5" name="Frame"/></p:nvGraphicFramePr>'
    return f"<p:graphicFrame>{about}<a:graphic><a:graphicData>{data}</a:graphicData></a:graphic></p:graphicFrame>"


def table(*rows: Sequence[str]) -> str:
    def cell(text: str) -> str:
        return f"<a:tc><a:txBody><a:bodyPr/>{paragraph(text)}</a:txBody></a:tc>"

    return frame("<a:tbl>" + "".join(f"<a:tr>{''.join(map(cell, row))}</a:tr>" for row in rows) + "</a:tbl>")


def chart(
    title: str,
    series: Sequence[str],
    categories: Sequence[str],
    values: Sequence[Sequence[str]] = (),
    code: str = "General",
) -> str:
    """Make a chart's part; `values` are those of each series, shown by a format's code."""

    def cache(values: Sequence[str]) -> str:
        points = "".join(f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>' for at, value in enumerate(values))
        return f"<c:strRef><c:f>Sheet1!A1</c:f><c:strCache>{points}</c:strCache></c:strRef>"

    def numbers(at: int) -> str:
        if at >= len(values):
            return ""
        points = "".join(f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>' for at, value in enumerate(values[at]) if value)
        kept = f"<c:numCache><c:formatCode>{code}</c:formatCode>{points}</c:numCache>"
        return f"<c:val><c:numRef><c:f>Sheet1!B1</c:f>{kept}</c:numRef></c:val>"

    rows = "".join(
        f"<c:ser><c:tx>{cache([name])}</c:tx><c:cat>{cache(categories)}</c:cat>{numbers(at)}</c:ser>"
        for at, name in enumerate(series)
    )
    rich = f"<c:title><c:tx><c:rich><a:bodyPr/>{paragraph(title)}</c:rich></c:tx></c:title>"
    plot = f"<c:plotArea><c:barChart>{rows}</c:barChart></c:plotArea>"
    return f"<c:chartSpace {_SPACES}><c:chart>{rich}{plot}</c:chart></c:chartSpace>"


def diagram(points: Mapping[str, str], ties: Sequence[tuple[str, str, int]]) -> str:
    """Make a diagram's data part: what each point says, and (above, below, order)."""
    said = "".join(
        f'<dgm:pt modelId="{key}"><dgm:t><a:bodyPr/>{paragraph(text)}</dgm:t></dgm:pt>' for key, text in points.items()
    )
    tied = "".join(
        f'<dgm:cxn modelId="x{at}" srcId="{above}" destId="{below}" srcOrd="{order}"/>'
        for at, (above, below, order) in enumerate(ties)
    )
    return f"<dgm:dataModel {_SPACES}><dgm:ptLst>{said}</dgm:ptLst><dgm:cxnLst>{tied}</dgm:cxnLst></dgm:dataModel>"


def relations(*rows: tuple[str, str, str]) -> str:
    def row(key: str, kind: str, target: str) -> str:
        outside = ' TargetMode="External"' if target.startswith("→") else ""
        return f'<Relationship Id="{key}" Type="{OFFICE}{kind}" Target="{target.removeprefix("→")}"{outside}/>'

    return f'<Relationships xmlns="urn:links">{"".join(row(*one) for one in rows)}</Relationships>'


def deck_parts(*slides: Made, order: Sequence[int] | None = None) -> dict[str, str | bytes]:
    """Give the parts of a deck; `order` is that of the presentation, by the numbers of the slides' parts from 1."""
    numbers = order or range(1, len(slides) + 1)
    listed = "".join(f'<p:sldId id="{255 + at}" r:id="s{number}"/>' for at, number in enumerate(numbers, start=1))
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": types(PLAIN),
        "_rels/.rels": relations(("r1", "officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f"<p:presentation {_SPACES}><p:sldIdLst>{listed}</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": relations(
            *((f"s{number}", "slide", f"slides/slide{number}.xml") for number in range(1, len(slides) + 1))
        ),
    }
    for number, slide in enumerate(slides, start=1):
        show = ' show="0"' if slide.hidden else ""
        parts[f"ppt/slides/slide{number}.xml"] = (
            f"<p:sld {_SPACES}{show}><p:cSld><p:spTree><p:nvGrpSpPr/>{slide.shapes}</p:spTree></p:cSld></p:sld>"
        )
        links = list(slide.links)
        if slide.notes:
            links.append(("n1", "notesSlide", f"../notesSlides/notesSlide{number}.xml"))
            parts[f"ppt/notesSlides/notesSlide{number}.xml"] = (
                f"<p:notes {_SPACES}><p:cSld><p:spTree><p:nvGrpSpPr/>{slide.notes}</p:spTree></p:cSld></p:notes>"
            )
        parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = relations(*links)
        parts.update(slide.parts)
    return parts


def deck(*slides: Made, order: Sequence[int] | None = None) -> bytes:
    return zipped(deck_parts(*slides, order=order))


def without(package: bytes, name: str) -> bytes:
    """Give a package without one of its parts."""
    with zipfile.ZipFile(io.BytesIO(package)) as whole:
        return zipped({one: whole.read(one) for one in whole.namelist() if one != name})


ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_ODF_NAMES = ("office", "style", "text", "table", "presentation", "drawing", "chart")
_ODF_SPACES = " ".join(f'xmlns:{"draw" if n == "drawing" else n}="{ODF}{n}:1.0"' for n in _ODF_NAMES)
_ODF_SPACES += f' xmlns:svg="{ODF}svg-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'


def odp(pages: str, *, styles: str = "", **parts: str | bytes) -> bytes:
    """Make an OpenDocument presentation of its `draw:page` elements; further parts as `open_document` takes them."""
    content = (
        f"<office:document-content {_ODF_SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:presentation>{pages}</office:presentation></office:body></office:document-content>"
    )
    return open_document(content_dot_xml=content, **parts)


def odf(body: str) -> str:
    """Make the content part of an object within."""
    return f"<office:document-content {_ODF_SPACES}><office:body>{body}</office:body></office:document-content>"


PdfLine = tuple[str, float, float]
"""A line of a page: its text, the size of its letters, how far above the foot of the page (of 540) it stands."""


def pdf(*pages: Sequence[PdfLine], bookmarks: Mapping[int, str] | None = None, password: str | None = None) -> bytes:
    """Make a PDF of lines; a page of none holds a picture. With a password it is encrypted (RC4, 40 bits)."""
    objects: list[bytes] = [b""] * 4
    objects[2] = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    image = b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceRGB/BitsPerComponent 8"
    objects[3] = _stream(b"\xff\0\0", image)
    kids: list[int] = []
    for lines in pages:
        drawn = "".join(f"BT /F1 {size} Tf 40 {up} Td ({text}) Tj ET\n" for text, size, up in lines)
        objects.append(_stream((drawn or "q 300 0 0 300 40 40 cm /I1 Do Q").encode("cp1252")))
        about = "/Resources<</Font<</F1 3 0 R>>/XObject<</I1 4 0 R>>>>/MediaBox[0 0 720 540]"
        objects.append(f"<</Type/Page/Parent 2 0 R{about}/Contents {len(objects)} 0 R>>".encode())
        kids.append(len(objects))
    more = ""
    if bookmarks:
        first = len(objects) + 2
        rows = list(bookmarks.items())
        objects.append(f"<</First {first} 0 R/Last {first + len(rows) - 1} 0 R/Count {len(rows)}>>".encode())
        more = f"/Outlines {len(objects)} 0 R"
        for at, (page, title) in enumerate(rows):
            following = f"/Next {first + at + 1} 0 R" if at + 1 < len(rows) else ""
            destination = f"/Dest[{kids[page - 1]} 0 R/Fit]/Parent {first - 1} 0 R"
            objects.append(f"<</Title({title}){destination}{following}>>".encode("cp1252"))
    objects[0] = f"<</Type/Catalog/Pages 2 0 R{more}>>".encode()
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]>>".encode()
    return _file(objects) if password is None else _locked(objects, password)


def _stream(data: bytes, about: bytes = b"") -> bytes:
    return b"<<" + about + b"/Length %d>>stream\n" % len(data) + data + b"\nendstream"


def _file(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    out = b"%PDF-1.4\n"
    places: list[int] = []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + one + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b">>\nstartxref\n%d\n%%%%EOF\n" % start
    return out + b"trailer\n<</Size %d/Root 1 0 R" % (len(objects) + 1) + trailer + end


# ISO 32000-1, 7.6.3: the standard security handler, revision 2.
_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def _locked(objects: Sequence[bytes], password: str) -> bytes:
    user = (password.encode("latin-1") + _PAD)[:32]
    owner = _rc4(hashlib.md5((b"owner" + _PAD)[:32]).digest()[:5], user)
    name, rights = b"0123456789abcdef", (-4).to_bytes(4, "little", signed=True)
    key = hashlib.md5(user + owner + rights + name).digest()[:5]
    locked: list[bytes] = []
    for number, one in enumerate(objects, start=1):
        head, mark, rest = one.partition(b">>stream\n")
        if mark:
            body = rest.removesuffix(b"\nendstream")
            own = hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]
            one = head + mark + _rc4(own, body) + b"\nendstream"
        locked.append(one)
    encrypt = f"/Encrypt<</Filter/Standard/V 1/R 2/O<{owner.hex()}>/U<{_rc4(key, _PAD).hex()}>/P -4>>"
    return _file(locked, encrypt.encode() + f"/ID[<{name.hex()}><{name.hex()}>]".encode())


def _rc4(key: bytes, data: bytes) -> bytes:
    state, at = list(range(256)), 0
    for number in range(256):
        at = (at + state[number] + key[number % len(key)]) % 256
        state[number], state[at] = state[at], state[number]
    out, first, second = bytearray(), 0, 0
    for letter in data:
        first = (first + 1) % 256
        second = (second + state[first]) % 256
        state[first], state[second] = state[second], state[first]
        out.append(letter ^ state[(state[first] + state[second]) % 256])
    return bytes(out)
