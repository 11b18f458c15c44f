# SPDX-License-Identifier: MIT
"""The styles of a Word document: the built-in names, so that Word's own navigation and screen readers know them.

No letter is smaller than 12 points, as the NHS asks of what is printed: https://service-manual.nhs.uk/accessibility
"""

from dataclasses import dataclass
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from eqbrief.briefing.word.parts import element

FONT = "Arial"
INK, MUTE, ACCENT = RGBColor(0x1E, 0x23, 0x26), RGBColor(0x56, 0x60, 0x67), RGBColor(0x0A, 0x66, 0x70)
SMALLEST = 12


@dataclass(frozen=True, slots=True)
class Look:
    """How a style looks: size and spaces in points."""

    size: int = SMALLEST
    bold: bool = False
    italic: bool = False
    colour: RGBColor = INK
    before: int = 0
    after: int = 7
    line: float = 1.2
    next_with: bool = False


STYLES = {
    "Normal": Look(),
    "Title": Look(26, bold=True, after=4, line=1.05, next_with=True),
    "Subtitle": Look(13, colour=MUTE, after=16),
    "Heading 1": Look(18, bold=True, before=22, after=6, line=1.1, next_with=True),
    "Heading 2": Look(14, bold=True, before=16, after=4, line=1.1, next_with=True),
    "Heading 3": Look(12, bold=True, colour=ACCENT, before=12, after=3, next_with=True),
    "Heading 4": Look(12, bold=True, colour=MUTE, before=10, after=3, next_with=True),
    "Caption": Look(colour=MUTE, before=2, after=10),
    "Quote": Look(after=8),
    "List Bullet": Look(after=4),
    "List Bullet 2": Look(after=4),
    "List Bullet 3": Look(after=4),
    "List Number": Look(after=4),
    "List Number 2": Look(after=4),
    "List Number 3": Look(after=4),
    "Header": Look(colour=MUTE, after=0),
    "Footer": Look(colour=MUTE, after=0),
}
OWN = {
    "Lead": Look(13, after=8, line=1.25),
    "Details": Look(colour=MUTE, after=6),
    "Classification": Look(bold=True, colour=ACCENT, after=8),
    "Contents": Look(after=3),
    "Contents 2": Look(after=3),
    "Contents Title": Look(14, bold=True, before=6, after=6, next_with=True),
    "Table Words": Look(after=0, line=1.1),
    "Source": Look(after=6),
}


def set_styles(document: Any, language: str) -> None:
    """Give a new document its styles and its language."""
    styles = document.styles
    for name, look in STYLES.items():
        _set(styles[name], look)
    for name, look in OWN.items():
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = styles["Normal"]
        style.quick_style = True
        _set(style, look)
    styles["Contents 2"].paragraph_format.left_indent = Cm(0.8)
    quote = styles["Quote"].paragraph_format
    quote.left_indent = Cm(0.9)
    _bar(styles["Quote"])
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.color.rgb = ACCENT
    link.font.underline = True
    mark = styles.add_style("Reference Mark", WD_STYLE_TYPE.CHARACTER)
    mark.font.color.rgb = ACCENT
    mark.font.superscript = True
    _language(styles, language)


def _set(style: Any, look: Look) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic = FONT, Pt(look.size), look.bold, look.italic
    font.color.rgb = look.colour
    fonts = style.element.rPr.rFonts
    for key in list(fonts.attrib):
        if key.endswith("Theme"):
            del fonts.attrib[key]  # a theme's font would win over the one that is named
    for kind in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(kind), FONT)
    spaces = style.paragraph_format
    spaces.space_before, spaces.space_after = Pt(look.before), Pt(look.after)
    spaces.line_spacing = look.line
    spaces.keep_with_next = look.next_with
    spaces.widow_control = True
    for border in style.element.xpath("w:pPr/w:pBdr"):
        border.getparent().remove(border)
    for spacing in style.element.xpath("w:pPr/w:contextualSpacing | w:rPr/w:spacing | w:rPr/w:kern"):
        spacing.getparent().remove(spacing)


def _bar(style: Any) -> None:
    """Draw the quotation's line at its left."""
    borders = element("w:pBdr")
    borders.append(element("w:left", val="single", sz="18", space="10", color=str(ACCENT)))
    style.element.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc",
        "w:outlineLvl",
    )  # fmt: skip


def _language(styles: Any, language: str) -> None:
    defaults = styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")[0]
    for old in defaults.xpath("w:lang"):
        defaults.remove(old)
    defaults.append(element("w:lang", val=language, eastAsia=language, bidi="ar-SA"))
