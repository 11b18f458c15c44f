# SPDX-License-Identifier: MIT
import re
from importlib.metadata import version

from eqbrief.files import resource
from eqbrief.gui.dialogs.licences import as_markdown, licence_text, parts
from eqbrief.gui.kit.reading import markdown_html


def test_every_package_that_is_needed_is_listed_with_version_and_licence():
    found = {part.name.lower().replace("_", "-"): part for part in parts()}
    assert {"pyside6-essentials", "qtawesome", "qtpy", "sqlite-utils", "selectolax", "click"} <= set(found)
    assert "eqbrief" not in found
    assert "pytest" not in found
    assert found["sqlite-utils"].version == version("sqlite-utils")
    for part in found.values():
        assert 2 < len(part.licence) < 100, part


def test_the_programs_own_licence_is_there():
    assert licence_text().startswith("MIT License")
    assert licence_text("no-such-package") == ""


def test_a_package_that_is_not_there_is_passed_over():
    assert parts("no-such-package") == []


def test_plain_text_is_shown_as_it_is():
    text = 'HEADING\nA *star*, a_b_c, <b>tag</b> & "so on" [1](2)\n-----\n\n1) First - (c) 2024'
    shown = re.sub(r"<[^>]+>", "", markdown_html(as_markdown(text)))
    shown = shown.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    assert shown.split("\n")[:2] == ["HEADING", 'A *star*, a_b_c, <b>tag</b> & "so on" [1](2) -----']
    assert "1) First - (c) 2024" in shown


def test_the_fonts_licence_keeps_its_headings_apart():
    paragraphs = as_markdown(resource("fonts", "OFL.txt").read_text(encoding="utf-8")).split("\n\n")
    assert {"PREAMBLE", "DEFINITIONS", "TERMINATION", "DISCLAIMER"} <= set(paragraphs)
