# SPDX-License-Identifier: MIT
"""Find who published a page, as the page spells it; its address only tells which of the page's words is meant."""

import re
from collections import Counter
from collections.abc import Iterator

from eqbrief.reading.addresses import parts_of
from eqbrief.reading.biographies import people_told_of, with_biographies
from eqbrief.reading.blocks import Block, Page
from eqbrief.reading.cuts import Cut, fold, key
from eqbrief.reading.dates import days_in
from eqbrief.reading.labels import inline_detail, inline_people
from eqbrief.reading.lines import Found, people_in_line
from eqbrief.reading.marks import Fact, fact
from eqbrief.reading.masthead import is_kind_of_page, site_near_title
from eqbrief.reading.names import named
from eqbrief.reading.people import people_of
from eqbrief.reading.phrases import sort_of
from eqbrief.reading.sections import Section
from eqbrief.reading.words import any_of, words

_SEARCHED = 60_000
_HOMEPAGE_LINES = 12
_LONGEST_SITE = 60
# The address of a file in a repository: owner, repository, then the file at some state of it.
_REPOSITORY = re.compile(r"/([\w.-]{2,60})/([\w.-]{2,100})/(?:-/)?(?:blob|raw|tree|src)/")
_SITE = re.compile(r"^(?!.*\.github\.io$)[\w-]+\.(?:io|org|com|net|gov|info|eu|uk|de|fr|es)$", re.IGNORECASE)
# What a repository's name, or its owner's, has behind the name of the body.
_ADDED = re.compile(
    r"[-_.](?:site|web|website|www|archive|archives|org|pages|events|blog|home|homepage)$", re.IGNORECASE
)
# What stands in many addresses and names nobody.
_HOLLOW = frozenset({"blog", "events", "event", "news", "web", "site", "pages", "invalid", "example", "localhost"})


def publisher_of(page: Page, sections: tuple[Section, ...], title: Fact | None) -> Fact | None:
    """Give the publisher, by what the page says of itself, its address, and last the chair's organisation."""
    said = (
        _labelled(page)
        or _homepage(page)
        or _from_hints(page)
        or _copyright(page)
        or _behind_dash(page)
        or _from_address(page)
        or _from_masthead(page, title)
        or _site_of_repository(page)
        or _hosting(page)
    )
    if said is not None:
        return said
    people = people_of(sections)
    # What those of biographies work for may be named often, and is not the publisher for that.
    told = with_biographies(people_told_of(sections), sections)
    return _from_people(page, people, title) or _carried(page) or _often_named(page, [*people, *told])


def _labelled(page: Page) -> Fact | None:
    for block in page.blocks[:400]:
        detail = inline_detail(block.cut) if len(block.text) < 120 else None
        if detail and detail[0].kind == "publisher" and "http" not in detail[1].text and not days_in(detail[1]):
            return fact(detail[1], "label", 0.92)
    return None


def _homepage(page: Page) -> Fact | None:
    """Read "NHSProviders homepage": the site's name, in the spelling that the page's prose uses."""
    pattern = re.compile(rf"(.{{2,60}}?)\s+(?:{any_of(words().homepage)})$", re.I)
    for block in page.blocks[:_HOMEPAGE_LINES]:
        if re.match(r"\W*\d", block.cut.text):
            continue
        if (match := pattern.match(block.cut.text.strip())) and not fold(match[1]).startswith(
            ("go to", "back to", "return to", "the ")
        ):
            name = block.cut.group(match, 1)
            if name.text.split()[-1].casefold() in words().common:
                continue  # "Working from home" is a title.
            spelt = spelt_in(page, name.text)
            return fact(spelt or name, "site's header", 0.93)
    return None


def _from_hints(page: Page) -> Fact | None:
    site = page.hints.get("site")
    if not site:
        site = _from_window(page)
    if not site:
        return None
    at = page.text.find(site)
    return fact(page.cut(at, at + len(site)), "site's name", 0.93) if at >= 0 else Fact(site)


def _from_window(page: Page) -> str | None:
    """Take the site's name off the end of the window's title."""
    window = re.split(r"\s+[|»·]\s+", page.hints.get("window", ""))
    names = [part for part in window[1:] if 1 < len(part) < _LONGEST_SITE and not is_kind_of_page(part)]
    if not names and len(window) > 1 and is_kind_of_page(window[-1]) and not is_kind_of_page(window[0]):
        names = window[:1]
    return names[-1] if names else None


def _behind_dash(page: Page) -> Fact | None:
    """Take the site's name from behind a dash in the window's title, where the page itself shows it as a line."""
    title, _, name = re.sub(r"\s+[–—]\s+", " - ", page.hints.get("window", "")).rpartition(" - ")
    if not title:
        return None  # without a dash all of it may be the title of the event
    shown = next((one for one in page.blocks if _shows(one, name)), None)
    if shown is None or not 1 < len(name) < _LONGEST_SITE:
        return None
    at = shown.cut.text.casefold().find(name.casefold())
    return fact(shown.cut.part(at, at + len(name)), "site's name", 0.85) if at >= 0 else Fact(name)


def _shows(block: Block, name: str) -> bool:
    return fold(block.text) == fold(name) or (block.furniture and name in block.text)


def _from_masthead(page: Page, title: Fact | None) -> Fact | None:
    """Take the name in the line above the title."""
    blocks = [block for block in page.blocks[:40] if not block.furniture]
    name = site_near_title(blocks, page)
    return None if name is None or (title and key(title.value) == key(name.text)) else fact(name, "site's header", 0.85)


def _copyright(page: Page) -> Fact | None:
    year = r"(?:19|20)\d\d"
    pattern = re.compile(
        rf"(?:©|\(c\)|copyright(?!\s+(?:office|law|act|library|holder|agency)))\s*(?:©\s*)?(?:{year}(?:\s*[–-]\s*{year})?\s*,?\s*)?([^\d.|,©]{{3,60}}?)\s*"
        rf"(?:{year}|[.|,]|all rights|$)",
        re.I,
    )
    for block in reversed(page.blocks[-60:]):
        match = pattern.search(block.cut.text) if len(block.text) < 300 else None
        if match and (owner := block.cut.group(match, 1).strip()).text:
            return fact(owner, "copyright line", 0.88)
    return None


def _from_address(page: Page) -> Fact | None:
    address = page.hints.get("address", "")
    for name in _names_in(address):
        if spelt := spelt_in(page, name):
            return fact(_with_article(page, _with_legal_form(page, spelt)), "address", 0.8)
    return None


def _names_in(address: str) -> list[str]:
    """Give the names in an address that may be the publisher's, the likeliest first."""
    parts = parts_of(address)
    host = (parts.hostname or "").removeprefix("www.")
    found: list[str] = []
    if owner := _REPOSITORY.match(parts.path):
        # The repository of a site is named after the site; else its owner's name counts, and never the host's.
        for step in (owner[2],) if _SITE.search(owner[2]) else (owner[2], owner[1]):
            found += [step, re.sub(r"\.\w{2,4}$", "", step), step.split(".")[0], _ADDED.sub("", step)]
    elif host:
        labels = host.split(".")
        found += [host, ".".join(labels[-2:])]
        # What was registered names its owner; a part of it ("business.", "events.") seldom does.
        found += [label for label in reversed(labels[:-1]) if len(label) > 3 or len(labels) == 2]
    return [name for name in dict.fromkeys(found) if len(key(name)) >= 3 and not _is_hollow(name)]


def _is_hollow(name: str) -> bool:
    """Tell a step of an address that says what is there, "webinars" or "Conference_2020", from a name."""
    plain = fold(re.sub(r"[\W\d_]+", " ", name)).strip()
    return name.casefold() in _HOLLOW or plain in _HOLLOW or plain in words().events or plain[:-1] in words().events


def spelt_in(page: Page, name: str) -> Cut | None:
    """Find how a page spells a name that is written together or in small letters elsewhere ("nhsproviders")."""
    letters = key(name)
    if not 2 < len(letters) <= 60:
        return None
    pattern = re.compile(
        r"(?<![\w@.-])" + r"[\s._’'-]{0,1}".join(map(re.escape, letters)) + r"(?![\w/@-])", re.IGNORECASE
    )
    matches = [
        match
        for match in pattern.finditer(page.text[:_SEARCHED])
        if "/" not in page.text[match.end() : match.end() + 1] and not _in_address(page.text, match.start())
    ]
    address_ends = page.text.find("\n") if page.blocks and page.blocks[0].furniture else -1
    matches = [match for match in matches if match.start() > address_ends]
    if not matches:
        return None
    counts = Counter(match[0] for match in matches)
    # Of several spellings the one with most divisions and capitals is the written one; then the commonest.
    best = max(counts, key=lambda text: (bool(re.search(r"[\s-]", text)), any(c.isupper() for c in text), counts[text]))
    if not any(char.isupper() for char in best) and not any(char.isupper() for char in name):
        return None if len(letters) < 6 else _cut(page, matches[0])
    return _cut(page, next(match for match in matches if match[0] == best))


def _in_address(text: str, at: int) -> bool:
    """Tell whether a word is a step of an address, rather than one of two names in "Open Wards/Some Trust"."""
    before = text[max(at - 200, 0) : at]
    return before.endswith("/") and re.search(r"[.:]\S*/$|^/$", before.rsplit(maxsplit=1)[-1]) is not None


def _cut(page: Page, match: re.Match[str]) -> Cut:
    return page.cut(*match.span())


def _with_legal_form(page: Page, name: Cut) -> Cut:
    """Take "e.V." or "Ltd" behind the name along."""
    pattern = re.compile(re.escape(name.text) + rf"\s+(?:{any_of(words().legal)})(?!\w)", re.IGNORECASE)
    match = pattern.search(page.text[:_SEARCHED])
    return page.cut(*match.span()) if match else name


def _with_article(page: Page, name: Cut) -> Cut:
    """Take "The" along where the name never stands without it."""
    pattern = re.compile(rf"(the\s+)?{re.escape(name.text)}(?!\w)", re.IGNORECASE)
    matches = list(pattern.finditer(page.text[:_SEARCHED]))
    end = page.text.find("\n") if page.blocks and page.blocks[0].furniture else -1
    matches = [
        match
        for match in matches
        if match.start() > end and not page.text[match.start() - 1 : match.start()].strip("\n \t\"'“(")
    ]
    plain = [match for match in matches if match[1]]
    # A capital within a sentence says that the article is part of the name.
    firm = [match for match in plain if match[1][0] == "T" and re.search(r"[a-z,] $", page.text[: match.start()][-2:])]
    if firm and all(match[1][0] == "T" for match in plain):
        return _cut(page, firm[0])
    return _cut(page, plain[0]) if len(plain) > 1 and len(plain) == len(matches) else name


def _hosting(page: Page) -> Fact | None:
    """Take the body of "Hosted by …" or "Organised by …", where it is no person."""
    pattern = re.compile(
        r"(?:(?:co-)?hosted|organi[sz]ed|presented|brought to you) by (?:the )?([^,.;()]{3,60}?)"
        r"(?:\s+and\s|[,.;(]|\s+in\s|$)",
        re.I,
    )
    for block in page.blocks[:60]:
        if block.furniture or len(block.text) > 300:
            continue
        if (
            (match := pattern.match(block.cut.text))
            and not named(block.cut.group(match, 1))
            and not inline_people(block.cut)
        ):
            return fact(block.cut.group(match, 1), "host line", 0.6)
        detail = inline_detail(block.cut)
        if detail and detail[0].kind == "organiser" and not people_in_line(detail[1]):
            return fact(detail[1], "label", 0.5)
    return None


def _from_people(page: Page, people: list[Found], title: Fact | None) -> Fact | None:
    """Take the organisation of whoever leads the event, or of all who speak; last, what the page speaks for."""
    bodies = Counter(key(body.text) for one in people for body in one.posts.organisations)
    for one in people:
        if title and (cut := next((b for b in one.posts.organisations if key(b.text) in key(title.value)), None)):
            return fact(cut, "title", 0.5)
    leads = [one for one in people if one.capacity in ("chair", "moderator", "host") and one.posts.organisations]
    if leads and (len(leads) == 1 or len({key(one.posts.organisations[0].text) for one in leads}) == 1):
        body = leads[0].posts.organisations[-1]
        if bodies[key(body.text)] >= 1 and _speaks_for(page, body):
            return fact(body, "chair's organisation", 0.5)
    if people and bodies and all(one.posts.organisations for one in people):
        common, count = bodies.most_common(1)[0]
        if count == len(people) > 1:
            body = next(b for one in people for b in one.posts.organisations if key(b.text) == common)
            return fact(body, "speakers' organisation", 0.5)
    return None


def _often_named(page: Page, people: list[Found]) -> Fact | None:
    """Take the body that the page names most often and at least twice, unless it only stands in somebody's post."""
    posts = {key(body.text) for one in people for body in one.posts.organisations}
    pattern = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]*(?:\s+(?:(?:of|for|and|the)\s+){0,2}[A-Z][\w’'-]*){1,6}")
    counts: Counter[str] = Counter()
    for block in page.blocks[:300]:
        for match in () if block.furniture else pattern.finditer(block.cut.text[:3000]):
            for name in _bodies_in(match[0]):
                if not any(key(name) in post for post in posts):
                    counts[name] += 1
    best = next(iter(counts.most_common(1)), None)
    if best is None or best[1] < 2:
        return None
    match = re.search(r"\s+".join(map(re.escape, best[0].split())), page.text)
    return fact(_cut(page, match), "named often", 0.45) if match else None


def _bodies_in(run: str) -> Iterator[str]:
    """Give the body that a run of capitals starts with: up to the last word that names a kind of body."""
    tokens, kinds = run.split(), words().organisations
    if len(tokens) > 2 and tokens[0].casefold() in kinds and tokens[1] in ("of", "for"):
        yield run
        return
    last = next((n for n in range(len(tokens), 1, -1) if tokens[n - 1].casefold() in kinds), 0)
    name = " ".join(
        tokens[1:last] if tokens[0].casefold() in words().common and not tokens[0].isupper() else tokens[:last]
    )
    if last and " " in name and sort_of(Cut(name, 0)) == "organisation":
        yield name


def _site_of_repository(page: Page) -> Fact | None:
    """Take the name of a repository that is called as its site is ("some-body.org"), as the page's address has it."""
    address = page.hints.get("address", "")
    owner = _REPOSITORY.match(parts_of(address).path)
    if owner is None or not _SITE.search(owner[2]):
        return None
    at = page.text.find(address)
    spot = at + address.index(f"/{owner[2]}/") + 1
    return fact(page.cut(spot, spot + len(owner[2])), "address", 0.5) if at >= 0 else Fact(owner[2])


def _carried(page: Page) -> Fact | None:
    """Take the owner's name out of the address of a page in a repository, where nothing else is known."""
    address = page.hints.get("address", "")
    owner = _REPOSITORY.match(parts_of(address).path)
    if owner is None:
        return None
    at = page.text.find(address)
    if at < 0:
        return Fact(owner[1])
    at += address.index(owner[1])
    return fact(page.cut(at, at + len(owner[1])), "address", 0.4)


def _speaks_for(page: Page, body: Cut) -> bool:
    """Tell whether a body is named on the page more than once, or leads more than one session."""
    return page.text[:_SEARCHED].count(body.text) > 1
