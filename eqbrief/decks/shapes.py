# SPDX-License-Identifier: MIT
"""Walk the shapes of a slide or of its notes, in their order, which is the one that a screen reader takes.

Format: ECMA-376 part 1, 19.3 (shapes), 21.1 (text, tables); part 3 (alternate content).
"""

from collections.abc import Callable, Iterable
from typing import Any

from eqbrief.decks.gathering import Gathered
from eqbrief.decks.graphics import chart_text, diagram_text
from eqbrief.decks.parts import DEPTH_LIMIT, Package, Relation, Unreadable, attribute, child, local
from eqbrief.decks.text import body_text, table_text
from eqbrief.model import Place

TITLES = frozenset({"title", "ctrTitle"})
FEET = frozenset({"sldNum", "ftr", "dt", "hdr"})
_LONGEST_PRINT = 200
# What holds what PowerPoint says of a shape: its name, alternative text, placeholder.
_ABOUT = ("nvSpPr", "nvPicPr", "nvGrpSpPr", "nvGraphicFramePr", "nvCxnSpPr")


class Walk:
    """One walk over the shapes of a part. `relations` are that part's; what is found goes into `found`."""

    def __init__(self, package: Package, relations: dict[str, Relation], found: Gathered) -> None:
        self._package = package
        self._relations = relations
        self.found = found

    def shapes(self, tree: Iterable[Any], depth: int = 0) -> None:
        """Take in all shapes of a tree or group."""
        if depth > DEPTH_LIMIT:
            self.found.unread.append("its groups are nested too deeply to be followed")
            return
        for shape in tree:
            self._shape(shape, depth)

    def _shape(self, shape: Any, depth: int) -> None:
        kind = local(shape)
        if kind == "sp":
            self._text_shape(shape)
        elif kind == "grpSp":
            self._alternative(shape)
            self.shapes(shape, depth + 1)
        elif kind == "pic":
            self.found.pictures += 1
            self._print(shape)
            self._alternative(shape)
        elif kind == "graphicFrame":
            self._alternative(shape)
            self._graphic(shape, depth)
        elif kind == "AlternateContent":
            self._alternate(shape, depth)
        elif kind == "cxnSp":
            self._alternative(shape)

    def _alternate(self, shape: Any, depth: int) -> None:
        """Take the first of several forms of the same thing that says anything."""
        for form in shape:
            before = self.found.said(), len(self.found.foot)
            pictures, prints = self.found.pictures, len(self.found.prints)
            self.shapes(form, depth + 1)
            if (self.found.said(), len(self.found.foot)) != before:
                return
            if form is not shape[-1]:
                self.found.pictures = pictures
                del self.found.prints[prints:]

    def _text_shape(self, shape: Any) -> None:
        holder = placeholder(shape)
        body = child(shape, "txBody")
        text = body_text(body) if body is not None else ""
        if not text or text.isspace():
            self._alternative(shape)
        elif holder in FEET:
            self.found.foot.append(text.strip())
        else:
            self.found.add("title" if holder in TITLES else "body", text)

    def _graphic(self, frame: Any, depth: int) -> None:
        data = child(frame, "graphic", "graphicData")
        for thing in data if data is not None else ():
            kind = local(thing)
            if kind == "tbl":
                self.found.add("table", table_text(thing))
            elif kind == "chart":
                self._part("chart", thing, "id", chart_text)
            elif kind == "relIds":
                self._part("diagram", thing, "dm", diagram_text)
            elif kind in ("oleObj", "AlternateContent"):
                self._embedded(thing)
            else:
                self.found.add("body", body_text(thing, anywhere=True))

    def _part(self, place: Place, thing: Any, key: str, read: Callable[[Package, str], str]) -> None:
        relation = self._relations.get(attribute(thing, key))
        if relation is None or relation.outside:
            self.found.unread.append(f"its {place} is not in the file")
            return
        try:
            self.found.add(place, read(self._package, relation.target))
        except Unreadable as trouble:
            self.found.unread.append(f"its {place} could not be read, because {trouble}")

    def _embedded(self, thing: Any) -> None:
        """Say of an object of another program that only its picture is shown, and which program it is of."""
        embedded = next(thing.iter("{*}oleObj"), None)
        self.found.pictures += 1
        if embedded is None:
            return
        name = attribute(embedded, "progId").partition(".")[0] or attribute(embedded, "name")
        of = f" ({name})" if name else ""
        self.found.unread.append(f"holds an object of another program{of}, of which only the picture is shown")

    def _print(self, shape: Any) -> None:
        """Take the mark of a picture's content; of one that lies elsewhere its address."""
        picture = child(shape, "blipFill", "blip")
        for key in ("embed", "link") if picture is not None else ():
            relation = self._relations.get(attribute(picture, key))
            if relation is not None:
                mark = relation.target if relation.outside else self._package.print_of(relation.target)
                self.found.prints.append(mark[:_LONGEST_PRINT])
                return

    def _alternative(self, shape: Any) -> None:
        about = next((one for one in shape if local(one) in _ABOUT), None)
        named = child(about, "cNvPr") if about is not None else None
        if named is not None:
            self.found.alternative(named.get("descr") or "")


def placeholder(shape: Any) -> str:
    """Give which kind of placeholder a shape is ('title', 'sldNum', 'body'…); '' for one that is none."""
    holder = child(shape, "nvSpPr", "nvPr", "ph")
    return "" if holder is None else (holder.get("type") or "obj")
