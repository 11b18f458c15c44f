# SPDX-License-Identifier: MIT
"""Build a sample deck as PPTX, with what real ones hold: levels, notes, tables, charts, groups, a hidden slide."""

import datetime
import io
import re
import zipfile
from collections.abc import Iterable
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_SHAPE
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from tests.sample_decks.content import LOOKS, Look, points

CHARTS = {
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "line": XL_CHART_TYPE.LINE_MARKERS,
}
KEPT_LAYOUTS = ("Title Slide", "Title and Content", "Title Only")
LEFT, WIDTH = Inches(0.9), Inches(11.5)
TOP, HEIGHT = Inches(1.75), Inches(4.9)
INK = RGBColor(0x1E, 0x23, 0x26)

FOOT = """<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
<p:nvSpPr><p:cNvPr id="{id}" name="Foot {id}"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr>
<p:spPr><a:xfrm><a:off x="{x}" y="6446520"/><a:ext cx="{cx}" cy="320040"/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>
<p:txBody><a:bodyPr lIns="0" rIns="0" anchor="ctr"/><a:p><a:pPr algn="{align}"/>{run}</a:p></p:txBody></p:sp>"""
FOOT_STYLE = '<a:rPr lang="en-GB" sz="1200"><a:solidFill><a:srgbClr val="5B646A"/></a:solidFill></a:rPr>'


def build_pptx(content: dict[str, Any]) -> bytes:
    """Build a deck as PPTX: title slide, then one slide for each table of the content, with notes."""
    look = LOOKS[content["look"]]
    deck = _blank(look)
    _describe(deck, content, look)
    first = deck.slides.add_slide(deck.slide_layouts.get_by_name("Title Slide"))
    _say(first.shapes.title.text_frame, [(0, content["title"])])
    _say(first.placeholders[1].text_frame, [(0, content["subtitle"]), (0, content["line"])])
    _speak(first, content)
    for slide in content["slide"]:
        _add_slide(deck, slide, look)
    raw = io.BytesIO()
    deck.save(raw)
    return _settled(raw.getvalue())


def _add_slide(deck: Any, content: dict[str, Any], look: Look) -> None:
    bullets = points(content.get("bullets", ""))
    layout = "Title and Content" if bullets else "Title Only"
    slide = deck.slides.add_slide(deck.slide_layouts.get_by_name(layout))
    _say(slide.shapes.title.text_frame, [(0, content["title"])])
    height = HEIGHT
    if bullets:
        body = slide.placeholders[1]
        if "quote" in content:
            _say(body.text_frame, [(0, f"“{content['quote']}”"), *bullets], plain=True)
            body.text_frame.paragraphs[0].runs[0].font.size = Pt(32)
        elif len(content.keys() & {"table", "chart", "diagram"}):
            height = Inches(3.8)
            body.left, body.top, body.width, body.height = LEFT, Inches(5.7), WIDTH, Inches(0.7)
            _say(body.text_frame, bullets, plain=True)
        else:
            _say(body.text_frame, bullets)
    for kind, add in (("table", _add_table), ("chart", _add_chart), ("diagram", _add_diagram)):
        if kind in content:
            add(slide, content, look, height)
    if content.get("hidden"):
        slide._element.set("show", "0")
    _speak(slide, content)


def _add_table(slide: Any, content: dict[str, Any], look: Look, height: int) -> None:
    rows = content["table"]
    small = len(rows) > 7
    each = Inches(0.44 if small else 0.66)
    frame = slide.shapes.add_table(len(rows), len(rows[0]), LEFT, TOP, WIDTH, each * len(rows))
    table = frame.table
    if not rows[0][0]:
        table.columns[0].width, table.columns[1].width = Inches(0.8), WIDTH - Inches(0.8)
    for row, words in zip(table.rows, rows, strict=True):
        row.height = each
        for cell, text in zip(row.cells, words, strict=True):
            _say(cell.text_frame, [(0, text)])
            for run in cell.text_frame.paragraphs[0].runs:
                run.font.size = Pt(16 if small else 20)
    _alternative(frame, "Table: " + content["title"])


def _add_chart(slide: Any, content: dict[str, Any], look: Look, height: int) -> None:
    plan = content["chart"]
    data = CategoryChartData()
    data.categories = plan["categories"]
    for series in plan["series"]:
        data.add_series(series["name"], series["values"])
    frame = slide.shapes.add_chart(CHARTS[plan["kind"]], LEFT, TOP, WIDTH, height, data)
    chart = frame.chart
    chart.font.size, chart.font.color.rgb = Pt(16), INK
    chart.has_title = False
    chart.has_legend = len(plan["series"]) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    chart.value_axis.major_gridlines.format.line.color.rgb = RGBColor(0xDE, 0xDB, 0xD4)
    chart.value_axis.format.line.fill.background()
    plot = chart.plots[0]
    plot.has_data_labels = True
    plot.data_labels.show_value = True
    if plan["kind"] == "bar":
        chart.category_axis.reverse_order = True
        chart.value_axis.visible = False
    if plan["kind"] == "line":
        for series in plot.series:
            series.smooth = False
    else:
        plot.gap_width = 60
    _alternative(frame, content["alt"])


def _add_diagram(slide: Any, content: dict[str, Any], look: Look, height: int) -> None:
    steps = content["diagram"]
    gap = Inches(0.6)
    width = (WIDTH - gap * (len(steps) - 1)) // len(steps)
    group = slide.shapes.add_group_shape()
    for number, step in enumerate(steps):
        left = LEFT + number * (width + gap)
        box = group.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, left, Inches(2.7), width, Inches(1.7))
        box.fill.solid()
        box.fill.fore_color.rgb = RGBColor.from_string(look.tint)
        box.line.color.theme_color = MSO_THEME_COLOR.ACCENT_1
        _say(box.text_frame, [(0, step)])
        run = box.text_frame.paragraphs[0].runs[0]
        run.font.size, run.font.bold, run.font.color.rgb = Pt(22), True, INK
        if number:
            arrow = group.shapes.add_shape(
                MSO_SHAPE.RIGHT_ARROW, left - gap + Inches(0.1), Inches(3.4), gap - Inches(0.2), Inches(0.3)
            )
            arrow.fill.solid()
            arrow.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
            arrow.line.fill.background()
    _alternative(group, "Diagram, in order: " + ", ".join(steps))


def _say(frame: Any, lines: Iterable[tuple[int, str]], *, plain: bool = False) -> None:
    frame.word_wrap = True
    for number, (level, text) in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.level = level
        run = paragraph.add_run()
        run.text = text
        run.font.language_id = MSO_LANGUAGE_ID.ENGLISH_UK
        if plain:
            style = paragraph._p.get_or_add_pPr()
            style.set("marL", "0")
            style.set("indent", "0")
            style.append(style.makeelement(qn("a:buNone"), {}))


def _speak(slide: Any, content: dict[str, Any]) -> None:
    if content.get("notes"):
        _say(slide.notes_slide.notes_text_frame, [(0, content["notes"])])


def _alternative(shape: Any, words: str) -> None:
    shape._element.xpath("(.//p:cNvPr)[1]")[0].set("descr", words)


def _describe(deck: Any, content: dict[str, Any], look: Look) -> None:
    told = deck.core_properties
    when = datetime.datetime.combine(content["date"], datetime.time(9))
    told.title, told.subject, told.author, told.last_modified_by = (
        content["title"],
        content["line"],
        look.foot,
        look.foot,
    )
    told.created = told.modified = when
    told.language, told.comments, told.keywords = "en-GB", "Invented, for EqBrief's sample library.", ""


def _blank(look: Look) -> Any:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    for relation in [r for r in deck.part.package._rels.values() if r.reltype == RT.THUMBNAIL]:
        deck.part.package._rels.pop(relation.rId)
    for relation in [r for r in deck.part.rels.values() if r.reltype == RT.PRINTER_SETTINGS]:
        deck.part.rels.pop(relation.rId)
    for layout in [layout for layout in deck.slide_layouts if layout.name not in KEPT_LAYOUTS]:
        deck.slide_layouts.remove(layout)
    master = deck.slide_master
    theme = master.part.part_related_by(RT.THEME)
    theme._blob = _theme(theme.blob.decode(), look)
    _dress_master(master, look)
    for layout in deck.slide_layouts:
        for shape in [s for s in layout.placeholders if s.placeholder_format.idx >= 10]:
            shape._element.getparent().remove(shape._element)
    opening = deck.slide_layouts.get_by_name("Title Slide")
    opening.background.fill.solid()
    opening.background.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
    opening._element.set("showMasterSp", "0")
    for shape, top, height, size in zip(opening.placeholders, (2.0, 4.1), (1.9, 1.6), (44, 24), strict=True):
        shape.left, shape.top, shape.width, shape.height = LEFT, Inches(top), WIDTH, Inches(height)
        _default_style(shape, size, "bg1")
    return deck


def _dress_master(master: Any, look: Look) -> None:
    title, body, *rest = master.placeholders
    for shape in rest:
        shape._element.getparent().remove(shape._element)
    title.left, title.top, title.width, title.height = LEFT, Inches(0.6), WIDTH, Inches(0.95)
    body.left, body.top, body.width, body.height = LEFT, TOP, WIDTH, HEIGHT - Inches(0.4)
    for level, size in (("titleStyle/a:lvl1pPr", 3400), ("bodyStyle/a:lvl1pPr", 2800), ("bodyStyle/a:lvl2pPr", 2400)):
        style = master._element.xpath(f"p:txStyles/p:{level}")[0]
        style.set("algn", "l")
        style.find(qn("a:defRPr")).set("sz", str(size))
    master._element.xpath("p:txStyles/p:titleStyle//a:schemeClr")[0].set("val", "accent1")
    tree = master.shapes._spTree
    name = f"<a:r>{FOOT_STYLE}<a:t>{look.foot}</a:t></a:r>"
    number = f'<a:fld id="{{C1FF6DA9-008F-8B48-92A6-B652298478BF}}" type="slidenum">{FOOT_STYLE}<a:t>1</a:t></a:fld>'
    tree.append(parse_xml(FOOT.format(id=20, x=LEFT, cx=Inches(8), align="l", run=name)))
    tree.append(parse_xml(FOOT.format(id=21, x=LEFT + Inches(9.5), cx=Inches(2), align="r", run=number)))


def _default_style(shape: Any, size: int, colour: str) -> None:
    style = shape._element.xpath("p:txBody/a:lstStyle")[0]
    for child in list(style):
        style.remove(child)
    style.append(
        parse_xml(
            '<a:lvl1pPr xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" marL="0" indent="0" algn="l">'
            f'<a:buNone/><a:defRPr sz="{size}00"><a:solidFill><a:schemeClr val="{colour}"/></a:solidFill></a:defRPr>'
            "</a:lvl1pPr>"
        )
    )


def _theme(xml: str, look: Look) -> bytes:
    xml = xml.replace('name="Office Theme"', 'name="EqBrief sample"')
    xml = re.sub(r'(<a:(?:clr|font)Scheme name=")Office"', r'\1EqBrief sample"', xml)
    for slot, colour in (
        ("accent1", look.accent),
        ("accent2", look.second),
        ("lt2", look.tint),
        ("hlink", look.accent),
    ):
        xml = re.sub(rf"(<a:{slot}><a:srgbClr val=\")[0-9A-F]{{6}}", rf"\g<1>{colour}", xml)
    xml = re.sub(r"(<a:dk1>)<a:sysClr[^>]*/>", r'\1<a:srgbClr val="1E2326"/>', xml)
    xml = re.sub(r"<a:font script=[^>]*/>", "", xml)
    return xml.encode()


def _settled(data: bytes) -> bytes:
    """Write a package again with one fixed time, also in the workbooks inside it, so that builds agree."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith(".xlsx"):
                part = _settled(part)
            elif name == "docProps/core.xml" and "xl/workbook.xml" in old.namelist():
                part = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2022-01-01T00:00:00Z", part)
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 0, 0
            new.writestr(entry, part, compresslevel=9)
    return out.getvalue()
