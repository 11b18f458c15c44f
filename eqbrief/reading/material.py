# SPDX-License-Identifier: MIT
"""Find what a page offers: decks with size, format and length, and recordings. A promise is not an offer."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from eqbrief.reading.addresses import parts_of, path_in
from eqbrief.reading.blocks import Block, Link
from eqbrief.reading.cuts import Cut, fold, key
from eqbrief.reading.sections import Section
from eqbrief.reading.words import any_of, words

_SIZE = re.compile(r"(?<![\w.])(\d{1,5}(?:[.,]\d{1,3})?)\s?([KMG])i?B(?:ytes)?\b", re.IGNORECASE)
_TIMES = {"k": 1_000, "m": 1_000_000, "g": 1_000_000_000}
_FORMAT = re.compile(
    r"\b(PowerPoint|Powerpoint|PPTX?|PPSX?|PDF|ODP|(?<=\()Keynote(?=\))|MP4|MP3|M4A|WEBM|MOV)\b(?:\s+presentation)?"
)
_DECK_FILE = re.compile(r"\.(pptx?|ppsx?|odp|key)(?:$|[?#])", re.IGNORECASE)
_VIDEO_FILE = re.compile(r"\.(?:mp4|mp3|m4a|webm|mov)(?:$|[?#])", re.IGNORECASE)
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*\.?\s*$")
# "Project slides from this meeting are available."
# "the webinar to watch, the slides to keep"
_USE = re.compile(
    r"\bthe\s+(\w[\w ]{2,30}?)\s+to\s+(watch|listen to|view|see|keep|download|read|print)\b", re.IGNORECASE
)
_PASSING = re.compile(
    r"\b(?:watch|view|download|access|see|find|listen to|ver|descargar|télécharger)\s+(?:the|our|a)\s+"
    r"(slides?|slide deck|presentation slides?|recording|webinar recording|video|presentation)\b"
    r"[^.!?]{0,60}\b(?:here|below|online|aquí|ici)\b",
    re.IGNORECASE,
)
# The last sentence of a line, where a file's size ends it.
_TAIL = re.compile(r"(?<=[a-z)][.!?])\s+(?=[A-Z](?:[^.!?]|\.(?=\d))*\d\s?[KMG]i?B\W*$)")
_AVAILABLE = re.compile(
    r"(?:the\s+|our\s+|all\s+)?((?:[\w’'-]+\s){0,4}(?:slides|slide deck|recording|video))"
    r"(?:\s(?:from|of|for)\s[^.!?]{3,60})?\s(?:is|are)\s(?:now\s)?available\b",
    re.IGNORECASE,
)
# "You can watch it again in this video."
_SHOWN = re.compile(
    r"\b(?:watch|view|see|find|(?:re)?voir|(?:re)?trouver|visionner|consulter|ver|encontrar|ansehen|anschauen|finden)\b"
    r"[^.!?]{0,60}\b(?:sur|dans|en|in|auf|on|via)\s+(?:cette|cet|este|esta|diesem|dieser|this|the)\s+"
    r"(vidéo|enregistrement|vídeo|video|grabación|Video|Aufzeichnung|recording)\b",
    re.IGNORECASE,
)
_LONGEST, _MOST_LINKS, _NAME_WORDS, _MOST_WORDS = 220, 200, 16, 20


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that a page offers, with the places of its parts."""

    title: Cut
    size_bytes: int | None = None
    size: Cut | None = None
    format: str | None = None
    pages: int | None = None
    address: str | None = None
    confidence: float = 0.9


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = {name: "|".join(found) for name, found in words().material.items() if name != "promises"}
    table["promises"] = any_of(words().material["promises"])
    return {name: re.compile(rf"(?<![\w-])(?:{found})(?![\w-])", re.I) for name, found in table.items()}


def is_slides(text: str) -> bool:
    """Tell whether words such as "[Slides in PDF]" speak of slides."""
    return _patterns()["slides"].search(text) is not None


def material_of(sections: Iterable[Section], talks: Sequence[Cut] = ()) -> tuple[list[Offer], list[Offer]]:
    """Give the decks and the recordings that a page offers, each once, in order.

    `talks` are the titles of an agenda's items: where "View the slides" stands below several, each bears its talk's.
    """
    found: list[tuple[Offer, str]] = []
    for section in sections:
        if section.kind in ("references", "questions", "learn", "biographies", "topics"):
            continue
        for number, block in enumerate(section.blocks):
            after = section.blocks[number + 1] if number + 1 < len(section.blocks) else None
            if section.kind == "people" and block.kind == "bullet":
                continue
            if after is not None and _heads_file(block, after):
                kind = "deck" if is_slides(block.text) else "recording"
                found.append((_made(after.cut, after.cut, None, 0.9), kind))
                continue
            found += _offers(block, section)
    once: dict[tuple[str, str], Offer] = {}
    for offer, kind in _by_talk(found, talks):
        if offer.title.value:
            once.setdefault((kind, key(offer.title.text)), offer)
    decks, recordings = ([offer for (of, _), offer in once.items() if of == kind] for kind in ("deck", "recording"))
    return decks, recordings


def _heads_file(block: Block, after: Block) -> bool:
    """Tell "Download the slides" above the line that names the file from an offer of its own."""
    alone = block.kind in ("heading", "paragraph") and not block.links and not _SIZE.search(block.text)
    return alone and bool(_SIZE.search(after.text)) and not after.links and _only_words(block.text)


def _by_talk(found: list[tuple[Offer, str]], talks: Sequence[Cut]) -> Iterator[tuple[Offer, str]]:
    """Give an offer that is named like others of its page the title of the talk that it stands below."""
    named = Counter(key(offer.title.text) for offer, _ in found)
    for offer, kind in found:
        above = [talk for talk in talks if talk.end <= offer.title.start]
        if above and named[key(offer.title.text)] > 1 and _only_words(offer.title.text):
            offer = replace(offer, title=max(above, key=lambda talk: talk.start))
        yield offer, kind


def _offers(block: Block, section: Section) -> Iterator[tuple[Offer, str]]:
    """Read a line's links, and the line itself where it reads as an offer."""
    seen, under = False, _under(section)
    for link in block.links[:_MOST_LINKS]:
        if found := _of_link(link, block, under):
            seen = True
            yield found
    if not seen:
        used = list(_for_use(block))
        yield from used
        for cut in () if used else _lines(block):
            if found := _of_line(cut, block, section):
                yield found


def _under(section: Section) -> str:
    """Say what a section's label promises: 'slides', 'recordings', or '' for neither or both."""
    label = section.label.text if section.label and section.kind == "resources" else ""
    here = _patterns()
    said = [name for name in ("slides", "recordings") if here[name].search(label)]
    return said[0] if len(said) == 1 and len(label.split()) <= 4 else ""


def _of_link(link: Link, block: Block, under: str) -> tuple[Offer, str] | None:
    text, address = link.words.value, link.address
    here = _patterns()
    if (
        not text
        or len(text) > _LONGEST
        or here["others"].search(text)
        or address.startswith(("mailto:", "#", "javascript:"))
    ):
        return None
    file = (
        _DECK_FILE.search(parts_of(address).path) if "//" in address or "/" in address else _DECK_FILE.search(address)
    )
    about = block.cut.part(max(link.words.start - block.cut.start, 0))
    whole = block.text if len(block.text) < _LONGEST else text
    is_pdf = address.casefold().split("?")[0].endswith(".pdf")
    if (
        file
        or (here["slides"].search(text) and (_has_target(address) or _names_offer(text)))
        or (is_pdf and (under == "slides" or here["slides"].search(whole)))
    ):
        return _made(link.words, about, address, 0.95 if file else 0.9), "deck"
    plays = _VIDEO_FILE.search(address) or here["players"].search(address)
    plays = plays or (under == "recordings" and "//" in address and not _has_target(address))
    if plays or (here["recordings"].search(text) and _names_offer(text)):
        return _made(link.words, about, address, 0.9), "recording"
    return None


def _has_target(address: str) -> bool:
    path = path_in(address).casefold()
    return path.endswith((".pdf", ".pptx", ".ppt", ".ppsx", ".odp", ".key", ".zip")) or any(
        word in path for word in ("slide", "presentation", "download", "deck", "file")
    )


def _names_offer(text: str) -> bool:
    """Tell whether a link's words are an offer rather than a sentence: few, or with a word such as "watch"."""
    return len(text.split()) <= 12


def _for_use(block: Block) -> Iterator[tuple[Offer, str]]:
    """Read "the webinar to watch, the slides to keep": each is its own name."""
    yield from _in_sentence(block)
    for match in _USE.finditer(block.cut.text) if len(block.text) < _LONGEST else ():
        slides = _patterns()["slides"].search(match[1]) is not None
        if slides or match[2].casefold() in ("watch", "listen to", "view", "see"):
            yield Offer(block.cut.group(match, 1), confidence=0.6), "deck" if slides else "recording"


def _in_sentence(block: Block) -> Iterator[tuple[Offer, str]]:
    """Read "watch the recording here and download the slides below": offered in passing, so named by that word."""
    if block.links or len(block.text) > 500 or _patterns()["promises"].search(block.text):
        return
    if shown := _SHOWN.search(block.cut.text):
        yield Offer(block.cut.group(shown, 1), confidence=0.6), "recording"
    match = _PASSING.search(block.cut.text) or _AVAILABLE.match(block.cut.text)
    if match is None:
        return
    if match.re is _AVAILABLE:
        title = block.cut.group(match, 1)
        yield Offer(title, confidence=0.7), "deck" if _patterns()["slides"].search(title.text) else "recording"
        return
    at = 0
    while match := _PASSING.search(block.cut.text, at):
        slides = _patterns()["slides"].search(match[1]) is not None
        yield Offer(block.cut.group(match, 1), confidence=0.6), "deck" if slides else "recording"
        at = match.end(1)


def _lines(block: Block) -> Iterator[Cut]:
    """Give the stretches of a block that may be an offer: the line, or the last sentence of a longer one."""
    text = block.cut.text[:4000]
    tail = _TAIL.search(text) if "B" in text[-40:] else None
    if len(block.text) <= _LONGEST:
        yield block.cut.part(tail.end()) if tail else block.cut
        return
    for match in re.finditer(
        r"(?<=[.!?])\s+([^.!?]{4,160}?\s[–—-]\s[A-Z0-9]{2,5}\s[–—-]\s[\d.,]+\s?[KMG]B)", block.cut.text[:20_000]
    ):
        yield block.cut.group(match, 1)


def _of_line(cut: Cut, block: Block, section: Section) -> tuple[Offer, str] | None:
    here = _patterns()
    text = cut.value
    size, kind = _SIZE.search(text), _FORMAT.search(text)
    if kind and kind[1] == "Keynote" and not size and not _BRACKET.search(text):
        kind = None  # "Keynote presentations" are talks.
    is_slides, is_record = here["slides"].search(text), here["recordings"].search(text)
    # Under "Slides" a file needs no such word of its own.
    named = bool(size or kind) and _under(section) == "slides" and block.kind in ("bullet", "row")
    if not (is_slides or is_record or named) or here["promises"].search(text):
        return None
    sentence = text.endswith((".", "!", "?")) and not size
    starts_offer = here["offers"].match(text) is not None
    listed = (
        section.kind == "resources" and block.kind in ("bullet", "heading", "paragraph") and len(text.split()) <= 14
    )
    short = len(text.split()) <= 6
    labelled = re.match(r"[^:]{3,40}:\s*\S", text) is not None and short
    bare = _only_words(text)
    if here["others"].search(_BRACKET.sub("", text)) and not (size and is_slides and not here["others"].match(text)):
        return None
    if not (
        size
        or kind
        or (starts_offer and not sentence and len(text.split()) <= _MOST_WORDS)
        or (listed and not sentence)
        or labelled
        or bare
    ):
        return None
    if sentence and not starts_offer:
        return None
    if (
        _is_video(kind)
        or (is_record and not is_slides)
        or (is_record and is_slides and is_record.start() < is_slides.start() and not size)
    ):
        return _made(cut, cut, None, 0.9 if size or listed else 0.8), "recording"
    return _made(cut, cut, None, 0.95 if size or kind else 0.85), "deck"


def _is_video(kind: re.Match[str] | None) -> bool:
    return kind is not None and kind[1].upper() in ("MP4", "MP3", "M4A", "WEBM", "MOV")


def _only_words(text: str) -> bool:
    """Tell a line of nothing but such words: "Slides", "Watch the recording"."""
    here = _patterns()
    rest = text
    for name in ("slides", "recordings", "offers"):
        rest = here[name].sub(" ", rest)
    return not re.search(r"[^\W\d_]{2,}", re.sub(r"\b(?:on|at|via|in)\b", " ", rest))


def _made(title: Cut, about: Cut, address: str | None, confidence: float) -> Offer:
    size_match = _SIZE.search(about.text)
    size = about.group(size_match) if size_match else None
    number = None
    if size_match:
        number = round(float(size_match[1].replace(",", ".")) * _TIMES[size_match[2].casefold()])
    behind = about.text[:400]
    kind = _FORMAT.search(behind)
    pages = re.search(rf"(\d{{1,4}})\s+(?:{'|'.join(words().material['pages'])})\b", behind, re.I)
    # What is as long as a sentence is hardly a name.
    sure = confidence if len(title.text.split()) <= _NAME_WORDS else 0.5
    return Offer(
        _title(title), number, size, kind[1] if kind else None, int(pages[1]) if pages else None, address, sure
    )


def _title(cut: Cut) -> Cut:
    """Leave of an offer what names it: without size, format and brackets, and without the invitation before a name."""
    if match := _SIZE.search(cut.text):
        cut = cut.part(0, match.start())
        for opens, closes in ("()", "[]"):
            if cut.text.count(opens) > cut.text.count(closes):
                cut = cut.part(0, cut.text.rindex(opens))
    cut = cut.strip(" –—-,;|([").strip()
    while match := _BRACKET.search(cut.text):
        inside = match[1]
        if not (_FORMAT.search(inside) or re.search(r"\d+\s*(?:pages|slides|min)", inside)):
            break
        cut = cut.part(0, match.start()).strip()
    if match := re.search(r"\s+[–—-]\s+([A-Z0-9]{2,5})$", cut.text):
        cut = cut.part(0, match.start()) if _FORMAT.search(match[1]) else cut
    return _without_invitation(cut).strip(" :$–—-,;|").strip()


def _without_invitation(cut: Cut) -> Cut:
    """Take "Download event slides:" off the front of the deck's own name, where a name follows."""
    here = _patterns()
    if (
        match := re.match(r"([^:$•→▶⬇\ue000-\uf8ff]{3,60}?)\s*[:$•→▶⬇\ue000-\uf8ff]+\s*(?=\w)", cut.text)
    ) and _only_words(match[1]):
        # "Presentation: Session 3" is a name as a whole; "Slides: Presentation 200224" is not.
        invites = here["offers"].match(match[1]) or (
            fold(match[1]) in ("slides", "slide deck", "deck") and len(cut.text) > match.end() + 4
        )
        return cut.part(match.end()) if invites else cut
    return cut


def offer_in(cut: Cut, address: str | None) -> Offer:
    """Read a line that is known to offer something: its name, without size and format, and these."""
    return _made(cut, cut, address, 0.9)
