# SPDX-License-Identifier: MIT
"""Transcripts as Teams, Zoom and others write them, made up by the tests."""

import io
import zipfile
from xml.sax.saxutils import escape

TEAMS = """WEBVTT

9f1c2a70-11aa-4b1e-8a55-0d1f/12-0
00:00:03.410 --> 00:00:07.250
<v Heron, Imogen>Good morning, everyone, and welcome.
We start with the &amp; of it all.</v>

9f1c2a70-11aa-4b1e-8a55-0d1f/15-0
00:00:07.900 --> 00:00:11.020
<v Heron, Imogen>Three wards will tell what they tried.</v>

9f1c2a70-11aa-4b1e-8a55-0d1f/16-0
00:01:02.000 --> 00:01:09.500
<v Rafiq Umberley (PENNYWICK)>We call it co-production, because staff drew the rota.</v>
"""

ZOOM = """WEBVTT

1
00:00:02.000 --> 00:00:05.000
Imogen Heron: Welcome back: two wards are left.

2
00:00:05.500 --> 00:00:08.000
Nobody needs to hurry.

3
00:00:09.000 --> 00:00:14.000
Rafiq Umberley: Thank you. The rule was this: ask first.
"""

SRT = """1
00:00:01,000 --> 00:00:04,000
<i>The river was low that year.</i>

2
00:00:04,500 --> 00:00:06,000
And so were we.
3
01:00:00,000 --> 01:00:02,000
{\\an8}An hour has gone.
"""


def word(*paragraphs: str) -> bytes:
    """Make a Word document of paragraphs; '\\n' within one is a line break, '\\t' a tab."""
    body = "".join(f"<w:p><w:r>{_run(paragraph)}</w:r></w:p>" for paragraph in paragraphs)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        )
        package.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>')
    return made.getvalue()


def _run(text: str) -> str:
    marked = escape(text).replace("\n", "</w:t><w:br/><w:t>").replace("\t", "</w:t><w:tab/><w:t>")
    return f"<w:t>{marked}</w:t>"


TEAMS_WORD = word(
    "Kinder rotas",
    "14 March 2023, 10:00AM",
    "52m 3s",
    "Imogen Heron started transcription",
    "Imogen Heron   0:03\nGood morning, everyone.",
    "Rafiq Umberley   1:02\nWe call it co-production.\nStaff drew the rota.",
    "Imogen Heron stopped transcription",
)
OLD_TEAMS_WORD = word(
    "0:0:3.0 --> 0:0:7.250\nImogen Heron\nGood morning, everyone.",
    "0:1:2.0 --> 0:1:9.500\nRafiq Umberley\nWe call it co-production.",
)
