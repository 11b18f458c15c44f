# SPDX-License-Identifier: MIT
"""Turn what was copied in Word or in a browser into clean Markdown. Nothing in it is loaded; pictures are left out.

Word writes lists as paragraphs with a style of its own (`mso-list:l0 level2 lfo1`) and the bullet as text; Google Docs
writes stresses as styles. Both are told what they are before the markup is read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Comment, Tag
from markdownify import MarkdownConverter

MOST = 4_000_000
"""So many characters of markup are read; what is longer is taken as plain text."""

_STYLE: dict[str, Any] = {
    "heading_style": "atx",
    "bullets": "-",
    "escape_asterisks": False,  # as people write: no backslashes before signs that mean nothing
    "escape_underscores": False,
    "table_infer_header": True,
}
_STRUCTURE = re.compile(
    r"<(?:h[1-6]|ul|ol|li|table|a|b|strong|i|em|blockquote|hr)\b|mso-list|font-weight|font-style", re.IGNORECASE
)
_BEGINS = re.compile(r"<!--\s{0,9}StartFragment\s{0,9}-->", re.IGNORECASE)
_CONDITION = re.compile(r"<!\[(?:if|endif)[^>]*>", re.IGNORECASE)
_DROPPED = ("script", "style", "head", "title", "meta", "link", "xml", "iframe", "object", "svg", "template")
_WHITE = re.compile(r"[ \t\r\n\f]+")
_PICTURES = ("img", "picture", "v:imagedata", "video", "canvas")
_LEVEL = re.compile(r"mso-list:[^;]*?level(\d+)", re.IGNORECASE)
_IGNORED = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_COUNTED = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,5})[.)]", re.IGNORECASE)
_BOLD = re.compile(r"font-weight:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NOT_BOLD = re.compile(r"font-weight:\s*(?:normal|400)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style:\s*italic", re.IGNORECASE)
_TITLES = {"msotitle": "h1", "msosubtitle": "h2"}
_BOX = re.compile(r"^(\s*)(?:[-*+]|\d+\.)?\s*([☐☑☒✓✔])\s*", re.MULTILINE)
_TICKED_ITEM = re.compile(r"^(\s*)- \\?\[([ x])\\?\]\s*", re.MULTILINE)
_SCHEMES = ("http", "https", "mailto")
_GAPS = re.compile(r"\n{3,}")
_TAIL = re.compile(r"[ \t]+$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was copied, as Markdown, and how many pictures were left out of it."""

    text: str
    pictures: int = 0


def read_pasted(html: str) -> Pasted | None:
    """Write copied markup as Markdown; None where it is better taken as the plain text that was copied with it."""
    part = _fragment(html)
    if len(part) > MOST or not _has_structure(part):
        return None
    soup = BeautifulSoup(_CONDITION.sub("", part), "lxml")
    for comment in soup.find_all(string=lambda string: isinstance(string, Comment)):
        comment.extract()
    for dropped in soup.find_all(_DROPPED):
        dropped.decompose()
    for text in soup.find_all(string=_WHITE):
        if text.find_parent("pre") is None:
            text.replace_with(_WHITE.sub(" ", text))
    pictures = 0
    for picture in soup.find_all(_PICTURES):
        pictures += not picture.decomposed
        picture.decompose()
    _mend_stresses(soup)
    _mend_links(soup)
    _mend_boxes(soup)
    _mend_word(soup)
    _mend_nesting(soup)
    try:
        text = str(MarkdownConverter(**_STYLE).convert_soup(soup))
    except Exception:  # noqa: BLE001 - whatever foreign markup does to a converter, its words are there as plain text
        return None
    return Pasted(_tidied(text), pictures)


def _fragment(html: str) -> str:
    """Give the part of copied markup that was chosen; browsers and Word copy the page around it too."""
    begins, ends = _BEGINS.search(html), html.casefold().rfind("endfragment")
    end = html.rfind("<!--", 0, ends) if ends >= 0 else -1
    return html[begins.end() : end] if begins and end >= begins.end() else html


def _has_structure(html: str) -> bool:
    """Say whether markup has anything that plain text has not: headings, lists, stresses, links, tables."""
    return _STRUCTURE.search(html) is not None


def _mend_stresses(soup: BeautifulSoup) -> None:
    """Make stresses of styles, and none of a tag whose style takes it back, as Google Docs wraps all it copies."""
    for tag in soup.find_all(["b", "strong"]):
        if _NOT_BOLD.search(str(tag.get("style", ""))):
            tag.unwrap()
    for span in soup.find_all("span", style=True):
        style = str(span["style"])
        if not span.get_text(strip=True) or span.find_parent(["h1", "h2", "h3", "h4", "h5", "h6"]):
            continue
        if _ITALIC.search(style):
            span.wrap(soup.new_tag("em"))
        if _BOLD.search(style):
            span.wrap(soup.new_tag("strong"))


def _mend_links(soup: BeautifulSoup) -> None:
    """Keep links of the web and of mail; of others, the words."""
    for link in soup.find_all("a"):
        address = str(link.get("href", "")).strip()
        try:
            known = urlsplit(address).scheme.lower() in _SCHEMES
        except ValueError:
            known = False
        if not known or not link.get_text(strip=True):
            link.unwrap()


def _mend_boxes(soup: BeautifulSoup) -> None:
    """Write boxes to tick as text, and drop the other fields of a form."""
    for field in soup.find_all(["input", "button", "select", "textarea"]):
        if field.name == "input" and field.get("type") == "checkbox":
            field.replace_with("☑ " if field.has_attr("checked") else "☐ ")
        elif field.name != "button":
            field.decompose()


def _mend_word(soup: BeautifulSoup) -> None:
    """Make headings and lists of Word's paragraphs that only look like them."""
    for paragraph in soup.find_all("p"):
        classes = " ".join(paragraph.get("class") or ()).lower()
        if classes in _TITLES:
            paragraph.name = _TITLES[classes]
    lists: list[tuple[int, Tag]] = []
    last: Tag | None = None
    for paragraph in soup.find_all("p", style=_LEVEL):
        found = _LEVEL.search(str(paragraph["style"]))
        level = int(found[1]) if found else 1
        sign = "".join(one.get_text() for one in paragraph.find_all(style=_IGNORED)).strip()
        for one in paragraph.find_all(style=_IGNORED):
            one.decompose()
        if last is None or _before(paragraph) is not last:
            lists = []
        while lists and lists[-1][0] > level:
            lists.pop()
        if not lists or lists[-1][0] < level:
            made = soup.new_tag("ol" if _COUNTED.fullmatch(sign) else "ul")
            (paragraph.insert_before if not lists else lists[-1][1].find_all("li", recursive=False)[-1].append)(made)
            lists.append((level, made))
        paragraph.name = "li"
        lists[-1][1].append(paragraph.extract())
        last = lists[0][1]


def _before(tag: Tag) -> Tag | None:
    """Give the tag before another, if nothing but blanks stands between them."""
    for sibling in tag.previous_siblings:
        if isinstance(sibling, Tag):
            return sibling
        if str(sibling).strip():
            return None
    return None


def _mend_nesting(soup: BeautifulSoup) -> None:
    """Put a list that stands right in another into the item before it, as Google Docs and old pages have it."""
    for inner in _nested(soup):
        item = inner.find_previous_sibling("li")
        if isinstance(item, Tag):
            item.append(inner.extract())
    for paragraph in soup.select("li > p, td > p, th > p"):
        paragraph.name = "span"  # taking it away would move all its neighbours, each time
        paragraph.append(" ")


def _nested(soup: BeautifulSoup) -> Iterator[Tag]:
    yield from soup.select("ul > ul, ul > ol, ol > ul, ol > ol")


def _tidied(text: str) -> str:
    text = text.replace("\xa0", " ").replace("\u200b", "").replace("\r", "")
    text = _BOX.sub(lambda found: f"{found[1]}- [{' ' if found[2] == '☐' else 'x'}] ", text)
    text = _TICKED_ITEM.sub(lambda found: f"{found[1]}- [{found[2]}] ", text)
    return _GAPS.sub("\n\n", _TAIL.sub("", text)).strip("\n")
