# SPDX-License-Identifier: MIT
"""Find people whom a page presents in sentences only: "In this talk, NAME, post, will show…", "hosted by NAME".

Prose mentions many who take no part, so a name counts only beside words that say that its bearer takes part.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from eqbrief.model import Capacity
from eqbrief.reading.cuts import Cut, fold, key
from eqbrief.reading.labels import capacity_of
from eqbrief.reading.lines import Found
from eqbrief.reading.names import PRONOUNS, Named, credentials_at, named, take_honorific
from eqbrief.reading.people import OUTSIDE
from eqbrief.reading.phrases import joins, sort_of
from eqbrief.reading.posts import Posts, posts_of
from eqbrief.reading.sections import Section
from eqbrief.reading.told import SENTENCE_END
from eqbrief.reading.words import any_of, words

_READ = 2500
# A full stop within a name stands behind an initial or a form of address; behind a word it ends the sentence.
_SHORT_FORM = (
    "(?:Dr|Prof|Mr|Mrs|Ms|Mx|St|Jr|Sr|Rev|Revd|Hon|Gen|Col|Capt|Lt|Maj|Sgt|Sen|Rep|Gov|Dra|Sra|Mme|Pr|Assoc|Asst)"
)
_WORDY = rf"(?:(?:[A-Z]\.-?){{2,4}}|{_SHORT_FORM}\.|[^\W\d_a-zà-ÿ]\.|[^\W\d_a-zà-ÿ][\w’'‘-]*|[\"“][\w.-]+[\"”])"
_DOES = re.compile(r"\b(?:will|to|can|may|also|is|was|are|were)\s+$", re.IGNORECASE)
_OURS = re.compile(r"(?:our|nuestr[ao]|unser\w*|notre)\s", re.IGNORECASE)
_MORE = re.compile(r"\s*(?:,\s*(?:and|und|et|y)|,|and|&|und|et|y)\s+", re.IGNORECASE)
# Behind a post any verb says that its bearer takes part, but for those of people's careers.
_WILL = re.compile(
    r",?\s+will\s+(?:(?:also|then)\s+)?(?!(?:retire|leave|step|become|serve|succeed|remain|replace|take\s+(?:over|up)|"
    r"be\s+(?:missed|succeeded|replaced|appointed|leaving)|not|never|return|(?:start|begin)(?!\s(?:off|with|by|us|the))\b)\b)[a-z]+"
)
_CAPACITIES: dict[str, Capacity] = {
    "hosts": "host",
    "chairs": "chair",
    "moderates": "moderator",
    "seats": "panellist",
    "features": "speaker",
}
# "the Harrow Trust's NAME": the body and the small words in its name.
_BODYS = re.compile(
    r"(?:[Tt]he\s+)?((?:[A-Z][\w&.-]*)(?:\s+(?:(?:by|of|for|and|the)\s+){0,2}[A-Z][\w&.-]*){0,5})['’]s?\s+(?=[A-Z])"
)
_BY_VERB: dict[str, Capacity] = {
    "moderat": "moderator",
    "facilitat": "moderator",
    "chair": "chair",
    "host": "host",
}
_DIVIDER = re.compile(r"\s*,\s+|\s*\(|\s+(?:from|of|at)\s")
_SMALL = re.compile(r"(?:[^\W\d_A-ZÀ-Þ][\w’'-]*,?\s+){1,6}(?=[^\W\d_a-z])")
_NEXT = re.compile(r"\s*,?\s+(?:and|&|und|et|y)\s+|,\s+")
_AND_NEXT = re.compile(r"\s*,?\s+(?:and|&|und|et|y)\s+")
_AS = re.compile(r",?\s+(?:as|como|als|en tant que|comme)\s+(?:(?:the|our|an?|la|el|le)\s+)?([\w-]+)")


@dataclass(frozen=True, slots=True)
class About:
    """What is known of the page: folded names of bodies, and the publisher, for whom "our manager" works."""

    known: frozenset[str] = frozenset()
    house: Cut | None = None


def people_in_prose(sections: Iterable[Section], about: About, *, leaders_only: bool) -> list[Found]:
    """Give the people whom sentences present.

    `leaders_only`: the page has lists of people, so only hosts, chairs and moderators are taken from its prose.
    """
    found: list[Found] = []
    for section in sections:
        if section.kind in OUTSIDE and section.kind not in ("learn", "questions", "resources"):
            continue
        cuts = [block.cut for block in section.blocks if block.kind != "row"]
        if section.label is not None and len(section.label.text) > 70:
            cuts.insert(0, section.label.cut)
        for cut in cuts:
            for one in _in_cut(cut.part(0, _READ), about):
                if not leaders_only or one.capacity in ("host", "chair", "moderator"):
                    found.append(one)
    return found


def _in_cut(cut: Cut, about: About) -> Iterator[Found]:
    if len(cut.text) < 20:
        return
    for trigger, capacity in _triggers(cut):
        yield from _after(cut, trigger, capacity, about)
    for match in _runs().finditer(cut.text):
        # Most capitals are no one's name, and what follows them is looked at sooner than they are.
        if not _leads_on(cut.text, match.end()) and match[0][-1].isalnum():
            continue
        person = _name_in(cut.group(match))
        if person and ((found := _as_subject(cut, person, about)) or (found := _as_leader(cut, person, about))):
            yield found


def _leads_on(text: str, at: int) -> bool:
    """Tell whether what follows a run of capitals may say that it was a person who took part."""
    return any(pattern.match(text, at) for pattern in (_DIVIDER, _AND_NEXT, _verb(), _AS))


@cache
def _runs() -> re.Pattern[str]:
    particles = any_of(words().particles)
    return re.compile(rf"(?<![\w’'-]){_WORDY}(?:\s+(?:(?:{particles})\s+){{0,2}}{_WORDY}){{1,7}}", re.UNICODE)


@cache
def _trigger_pattern() -> re.Pattern[str]:
    groups = "|".join(f"(?P<{name}>{any_of(words().prose[name])})" for name in _CAPACITIES)
    small = "by|our|the|an?|with|from|la|el|nuestra|nuestro|today's|guest|guests|speaker|speakers|keynote|special"
    skip = rf"(?:\s*:|\s+(?:{small}))*\s+"
    return re.compile(rf"(?<!\w)(?:{groups}){skip}(?=\S)", re.IGNORECASE)


def _triggers(cut: Cut) -> Iterator[tuple[int, Capacity]]:
    matches = [one for one in _trigger_pattern().finditer(cut.text) if not _of_a_body(cut.text[: one.start()])]
    found: list[tuple[int, Capacity]] = [(one.end(), "speaker") for one in _heard().finditer(cut.text)]
    for one in matches:
        # "will host NAME": whom somebody hosts is the guest.
        guest = one.lastgroup == "hosts" and _DOES.search(cut.text[: one.start()])
        found.append((one.end(), "speaker" if guest else _CAPACITIES[one.lastgroup or "features"]))
    # Those whom a chair stands beside are a panel.
    chaired = any(capacity == "chair" for _, capacity in found)
    for end, capacity in found:
        yield end, "panellist" if chaired and capacity == "speaker" else capacity


@cache
def _heard() -> re.Pattern[str]:
    """Know "Hear NAME and NAME share …": whom a page's reader may listen to spoke."""
    verbs = f"{words().prose['tells'][0]}|{'|'.join(words().prose['speaks'])}"
    names = rf"(?={_WORDY}(?:\s+(?:(?:and|&)\s+)?{_WORDY}){{1,8}}\s+(?:{verbs})\b)"
    said = r"[Ss]peakers?(?:\s\w+){0,4}\s(?:will be|is|are|was|were)\s+(?:the\s+)?"  # "Our speaker this year will be …"
    return re.compile(
        rf"(?:^|(?<=[.!?]\s))(?:[Hh]ear|[Ll]isten to)\s+(?:from\s+)?{names}|\b{said}(?={_WORDY}\s+{_WORDY})"
    )


def _of_a_body(before: str) -> bool:
    """Tell whether a committee stands before "chaired by": whoever leads that need not take part."""
    clause = re.split(r"[.;:!?]\s", before)[-1][-120:]
    return _standing().search(fold(clause)) is not None


@cache
def _standing() -> re.Pattern[str]:
    """Know a body that has a chair of its own, with nothing but its name between it and the word."""
    return re.compile(rf"\b(?:{any_of(words().prose['standing'])})(?:\s+(?:of|for|on)\s+[^,]{{2,60}})?,?\s*$")


def _after(cut: Cut, at: int, capacity: Capacity, about: About) -> Iterator[Found]:
    """Read the names behind a trigger, each with what stands behind it: "NAME (post), NAME of BODY and NAME"."""
    while True:
        body = _BODYS.match(cut.text, at)
        match = _runs().match(cut.text, body.end() if body else at) or _behind_post(cut, at)
        if match is None:
            return
        run = cut.group(match)
        if (two := re.search(r"\S\s\S.*?(\s+y\s+)(?=\S+\s+\S)", run.text)) is not None:
            run = run.part(0, two.start(1))
        person = _name_in(run)
        if person is None or person.name.start - cut.start - (body.end() if body else at) > 60:
            return
        person = _with_letters(cut, person)
        front = cut.part(at, (person.honorific or person.name).start - cut.start)
        posts, at = _post_behind(cut, person.end - cut.start, about)
        if not posts.roles and not posts.organisations and front.text.strip():
            whose = Posts((), (cut.group(body, 1),)) if body and body.end() == len(front.text) + body.start() else None
            posts = whose or _capital_post(front.strip(" ,")) or posts_of(front.strip(" ,"), about.known)
            ours = _post_before(cut, (person.honorific or person.name).start - cut.start, about)
            posts = ours if ours.roles and ours.organisations and not posts.organisations else posts
        sure = 0.78 if posts.roles or posts.organisations or person.honorific else 0.68
        yield Found(person, posts, capacity, None, "sentence", sure)
        more = _MORE.match(cut.text, at)
        if more is None:
            return
        at = more.end()


def _behind_post(cut: Cut, at: int) -> re.Match[str] | None:
    """Find the name behind a post in small letters: "chaired by broadcast journalist NAME"."""
    front = _SMALL.match(cut.text, at)
    if front is None or sort_of(cut.part(at, front.end()).strip(" ,")) != "role":
        return None
    return _runs().match(cut.text, front.end())


def _as_subject(cut: Cut, person: Named, about: About) -> Found | None:
    """Read a name that is followed, at once or behind its post, by a verb of taking part."""
    at = (person.honorific or person.name).start - cut.start
    if _inside_a_name(cut, at) or _is_employer(cut, at):
        return None
    person = _with_letters(cut, person)
    behind = person.end - cut.start
    verb = _verb().match(cut.text, behind)
    posts = Posts()
    if verb is None and (comma := _DIVIDER.match(cut.text[behind : behind + 8])):
        posts, after = _post_behind(cut, behind, about)
        if after > behind + comma.end():
            said = posts.roles or posts.organisations
            verb = _verb().match(cut.text, after) or (_WILL.match(cut.text, after) if said else None)
            verb = verb or (_verb_of_next(cut, after, about) if said else None)
    verb = verb or _verb_of_next(cut, behind, about)
    if verb is None:
        return None
    if not posts.roles and not posts.organisations:
        posts = _post_before(cut, (person.honorific or person.name).start - cut.start, about)
    led: list[Capacity] = [found for stem, found in _BY_VERB.items() if stem in verb[0].casefold()]
    capacity: Capacity = led[0] if led else "speaker"
    return Found(person, posts, capacity, None, "sentence", 0.75 if posts.roles or posts.organisations else 0.62)


def _verb_of_next(cut: Cut, at: int, about: About, depth: int = 3) -> re.Match[str] | None:
    """Find the verb that a name shares with those behind it: "NAME from BODY and NAME from BODY will discuss"."""
    more = _MORE.match(cut.text, at)
    run = _runs().match(cut.text, more.end()) if more else None
    person = _name_in(cut.group(run)) if run else None
    if person is None or not depth:
        return None
    _, after = _post_behind(cut, _with_letters(cut, person).end - cut.start, about)
    return _verb().match(cut.text, after) or _verb_of_next(cut, after, about, depth - 1)


def _is_employer(cut: Cut, at: int) -> bool:
    """Tell the body in "NAME, senior fellow, Nine Lamps, will …" from a person: a name and a post stand before it."""
    match = re.search(r"(\S+\s[^,.;]+),\s+([^,.;]+),\s+$", cut.text[:at])
    if match is None or sort_of(cut.group(match, 2)) != "role":
        return False
    run = list(_runs().finditer(match[1]))
    return bool(run) and run[-1].end() == len(match[1]) and _name_in(Cut(run[-1][0], 0)) is not None


def _inside_a_name(cut: Cut, at: int) -> bool:
    """Tell "Odd Affairs" in "Department of Odd Affairs" from a person's name."""
    match = re.search(rf"[^\W\d_a-z][\w’'-]*\s+({joins()}|and|&)\s+(?:the\s+)?$", cut.text[:at])
    if match is None or match[1] not in ("and", "&"):
        return match is not None
    # "NAME and NAME will …", "NAME from BODY and NAME will …"
    before = cut.part(0, match.start(1)).strip()
    run = next((found for found in _runs().finditer(before.text) if found.end() == len(before.text)), None)
    named_before = run is not None and _name_in(before.group(run)) is not None
    return not named_before and re.search(r"\b(?:from|at)\s[^,.]{2,60}$", before.text) is None


def _as_leader(cut: Cut, person: Named, about: About) -> Found | None:
    """Read "with our community manager, NAME, as co-host"."""
    behind = cut.part(person.end - cut.start)
    said = _AS.match(behind.text)
    capacity = capacity_of(said[1]) if said else None
    if said is None or capacity is None:
        return None
    posts = _post_before(cut, person.name.start - cut.start, about)
    return Found(person, posts, capacity, behind.group(said, 1), "sentence", 0.75)


@cache
def _verb() -> re.Pattern[str]:
    who = "also|then|and|who|who also|who then|who will"
    return re.compile(rf",?\s+(?:(?:{who})\s+)?(?:{'|'.join(words().prose['speaks'])})(?!\w)", re.IGNORECASE)


@cache
def _comma_verb() -> re.Pattern[str]:
    """Know where a post between commas is over: "NAME, lead nurse, Some Trust, presented …"."""
    return re.compile(rf",\s+(?:(?:also|then)\s+)?(?:{'|'.join(words().prose['speaks'])})(?!\w)", re.IGNORECASE)


def _name_in(run: Cut) -> Named | None:
    """Take the name at the end of a run of capitals: "Software Carpentry Executive Director Jane Doe" ends in one."""
    tokens = [run.group(match) for match in re.finditer(r"\S+", run.text)]
    for first in range(len(tokens)):
        part = run.part(tokens[first].start - run.start).strip(" .")
        honorific, _ = take_honorific(part)
        if (person := named(part, strict=honorific is None)) is not None:
            front = tokens[first - 1].text.casefold() if first else ""
            return person if not first or _ends_a_post(front) else None
    return None


def _ends_a_post(word: str) -> bool:
    return word.strip(",.:") in words().roles or word in words().joins or word in words().common


def _with_letters(cut: Cut, person: Named) -> Named:
    """Take letters behind a name's comma along: "NAME, Ph.D., founder of …"."""
    letters = credentials_at(cut.part(person.end - cut.start)) if person.credentials is None else None
    return replace(person, credentials=letters) if letters else person


def _post_behind(cut: Cut, at: int, about: About) -> tuple[Posts, int]:
    """Read a post in brackets, behind a comma, or a body behind "of", "from" and "at"; give where it ends."""
    if skip := PRONOUNS.match(cut.text, at):
        at = skip.end()
    rest = cut.part(at)
    if match := re.match(r"\s*\(((?:[^()]|\([^()]*\))*)\)", rest.text):
        inside = rest.group(match, 1)
        # A lone word that is no post is a body, however it is written.
        lone = len(inside.text.split()) == 1 and sort_of(inside) in ("field", "unknown")
        posts = Posts((), (inside,)) if lone and len(inside.text) > 2 else posts_of(inside, about.known)
        return posts, at + match.end()
    end_match = SENTENCE_END.search(rest.text)
    stretch = rest.part(0, end_match.start() if end_match else None)
    if verb := _comma_verb().search(stretch.text):
        stretch = stretch.part(0, verb.start())
    if match := re.match(r"\s+(?:of|from|at|with)\s+(?:the\s+)?", stretch.text):
        body = _until_divider(_until_next(stretch.part(match.end())))
        ok = (body.text[:1].isupper() and named(body) is None) or sort_of(body) == "organisation"
        return (Posts((), (body,)), body.end - cut.start) if ok and body.text else (Posts(), at)
    if match := re.match(r"\s*,\s+(?:the\s+)?", stretch.text):
        post = _until_next(stretch.part(match.end()))
        if aside := re.search(r"\s*\((?:including|e\.g\.|such as|among them)\b", post.text):
            post = post.part(0, aside.start())
        # "…, Head of Office Dr Jane Doe": the post is that of the next one.
        honoured = re.search(rf"(?<!\sthe)\s({any_of(words().honorifics)})\.?\s+[A-Z]", post.text, re.I)
        posts = posts_of(post, about.known) if len(post.text) < 260 and not honoured else Posts()
        if posts.roles and sort_of(posts.roles[0]) == "role":
            return posts, post.end - cut.start
    return Posts(), at


def _until_next(cut: Cut) -> Cut:
    """Leave out the next person: "Some Trust and NAME from Some Other"."""
    for match in _NEXT.finditer(cut.text):
        run = _runs().match(cut.text, match.end())
        if run is None or _name_in(cut.group(run)) is None:
            continue
        behind = cut.part(run.end())
        listed = re.match(r"\s*,\s+([^,;.]+)", behind.text)
        is_post = listed is not None and sort_of(behind.group(listed, 1)) == "role"
        joined = match[0].strip() != "," and re.match(r"\s+(?:from|of|at)\s|\s*[,(]|\s*$", behind.text)
        if is_post or joined:
            return cut.part(0, match.start())
    return cut


def _until_divider(cut: Cut) -> Cut:
    match = re.search(r",|\s[–—-]\s|\((?![A-Z]{2,8}(?:['’]s)?\))|\s+(?:on|in|for|and|about)\s+(?=[a-z])", cut.text)
    return cut.part(0, match.start() if match else None).strip(" .")


def _post_before(cut: Cut, at: int, about: About) -> Posts:
    """Read the post in front of a name: "rOpenSci's software engineer NAME", "Some Trust Executive Director NAME"."""
    front = cut.part(0, at)
    sentence = re.split(r"[.!?:;]\s+", front.text)[-1]
    start = len(front.text) - len(sentence)
    clause = front.part(start).strip(" ,")
    if match := re.search(r"(?:^|[,\s])((?:[A-Z]|r[A-Z])[\w’'. -]{1,60}?[’']s?\s+[a-zA-Z /-]{3,60})$", clause.text):
        posts = posts_of(clause.group(match, 1), about.known)
        if posts.roles and posts.organisations:
            return posts
    if match := re.search(
        r"(?:\b(?:our|nuestr[ao]|unser\w*|notre|the|su|its)\s+)((?:[\w-]+\s){0,6}[\w-]+)$", clause.text, re.I
    ):
        role = clause.group(match, 1)
        if sort_of(role) == "role" and (roles := posts_of(role).roles):
            ours = _OURS.match(match[0]) and about.house is not None
            return Posts(roles, (about.house,) if ours and about.house else ())
    return _capital_post(clause) or Posts()


def _capital_post(clause: Cut) -> Posts | None:
    """Divide a run of capitals before a name into a body and a post: the post is its end that can stand alone."""
    match = re.search(rf"(?:{_WORDY}(?:\s+(?:of|for|and|the)\s+|\s+)){{0,7}}{_WORDY}$", clause.text)
    if match is None:
        return None
    run = clause.group(match)
    tokens = [run.group(one) for one in re.finditer(r"\S+", run.text)]
    table = words()
    at = len(tokens)
    while at and fold(tokens[at - 1].text) in table.roles | table.modifiers:
        at -= 1
    if at == len(tokens):
        return None
    role = run.part(tokens[at].start - run.start)
    body = run.part(0, tokens[at - 1].end - run.start).strip(" ,") if at else None
    return Posts((role,), (body,) if body and body.text else ())


def new_people(found: Iterable[Found], before: Iterable[Found]) -> list[Found]:
    """Leave out those who are there already, also under a shorter form of their name."""
    there = {key(one.named.name.text) for one in before}
    last = {(key(one.named.name.text.split()[0]), key(one.named.name.text.split()[-1])) for one in before}
    return [
        one
        for one in found
        if key(one.named.name.text) not in there
        and (key(one.named.name.text.split()[0]), key(one.named.name.text.split()[-1])) not in last
    ]
