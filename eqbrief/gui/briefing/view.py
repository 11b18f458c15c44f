# SPDX-License-Identifier: MIT
"""The builder's view: what is in a briefing at the left, the page as it will be at the right, both alive."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from eqbrief import store as db
from eqbrief.briefing import Material, outline
from eqbrief.briefing.checking import Finding, mended
from eqbrief.briefing.prose import line
from eqbrief.briefing.templates import Template
from eqbrief.briefing.themes import themes_of
from eqbrief.gui.asking import tell
from eqbrief.gui.briefing import shaping
from eqbrief.gui.briefing.fields import Fields
from eqbrief.gui.briefing.findings import Findings
from eqbrief.gui.briefing.halves import Halves
from eqbrief.gui.briefing.head import Head
from eqbrief.gui.briefing.lines import TITLE, lines_of
from eqbrief.gui.briefing.making import Around, Made, make
from eqbrief.gui.briefing.outline import OutlineList
from eqbrief.gui.briefing.preview import Preview
from eqbrief.gui.briefing.saving import save_as
from eqbrief.gui.dialogs.frame import announce
from eqbrief.gui.jobs import touches
from eqbrief.gui.kit import Button, EmptyState, Hairline, MenuButton
from eqbrief.gui.sidebar import Place
from eqbrief.gui.tab_order import order_tabs
from eqbrief.gui.views.view import Given, View
from eqbrief.model import SECTIONS, Briefing, SectionKind
from eqbrief.store import Tables
from eqbrief.tasks import briefing as tasks
from eqbrief.tasks.drawing import draw_slides

_MOVE = "Move in the briefing"
_GATHERED = (
    *("event", "note", "action", "deck", "slide", "person", "term", "question", "appearance", "topic"),
    *("enquiry", "enquiry_row", "tag", "framework"),
)
"""The tables that a briefing is composed from."""


class BriefingView(View):
    """Build one briefing; others are chosen in its head."""

    def __init__(self, given: Given) -> None:
        super().__init__()
        self._store, self._jobs, self._given = given.store, given.jobs, given
        self.briefing: Briefing | None = None
        self._made: Made | None = None
        self._saving = 0
        self._around = Around({}, set())
        self._asked: set[int] = set()
        self._build()
        self._connect()

    def show_place(self, place: Place) -> None:
        """Show the briefing that the place names, else the one that was opened last."""
        found = db.briefing(self._store, place.id) if place.id is not None else None
        self._take(found or db.current_briefing(self._store))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the halves be narrower before they are given less room."""
        super().resizeEvent(event)
        self.halves.fit()

    def focus_first(self) -> None:
        """Put the keyboard into the outline, or on the page where that is shown alone."""
        if self.halves.is_narrow and self.halves.shows_page:
            self.preview.page.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        (self.outline if self.briefing else self._begin).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def step_back(self) -> bool:
        """Go from the fields or the page back to the outline."""
        if self.briefing is not None and self.halves.is_narrow and self.halves.shows_page:
            self.head.page.setChecked(False)
            return True
        if self.briefing is None or self.outline.hasFocus() or not self.isAncestorOf(self.focusWidget() or self):
            return False
        self.outline.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def notice(self, tables: Tables) -> None:
        """Read again what was written elsewhere."""
        if touches(tables, "briefing") and not self._saving:
            number = self.briefing.id if self.briefing else None
            found = db.briefing(self._store, number) if number is not None else db.current_briefing(self._store)
            if found is None or self.briefing is None or _bare(found) != _bare(self.briefing):
                self._take(found or db.current_briefing(self._store))
        if touches(tables, *_GATHERED):
            self._compose(gather=True)

    def may_leave(self) -> bool:
        """Give on what was typed; the jobs save it before they end."""
        self.fields.flush()
        return True

    def alter(self, change: Callable[[Briefing], Briefing], name: str = "") -> None:
        """Change the briefing here at once and in the library soon. `name` is what undo calls it, '' for typing."""
        before = self.briefing
        if before is None:
            return
        self.briefing = change(before)
        if self.briefing == before:
            return
        self._saving += 1
        self.head.say_saving()
        number = before.id
        job = self._jobs.save(lambda: tasks.change(self._store, number, change, name or None))
        job.done.connect(lambda _now: self.head.say_saved())
        job.failed.connect(lambda error: tell(self, error))
        job.ended.connect(self._saved)
        self._show_lines()
        self._compose(gather={one.uid for one in before.pieces} != {one.uid for one in self.briefing.pieces})

    def _saved(self) -> None:
        self._saving -= 1

    def _take(self, briefing: Briefing | None) -> None:
        """Show another briefing, or the same as it was written elsewhere."""
        is_other = briefing is None or self.briefing is None or briefing.id != self.briefing.id
        self.briefing = briefing
        self._stack.setCurrentIndex(0 if briefing is None else 1)
        if briefing is None:
            self._made = None
            return
        if is_other:
            self._made = None
            self._around = replace(self._around, since=briefing.opened_at)
            self.head.saved.setText("")
            self._jobs.save(lambda: tasks.open_briefing(self._store, briefing.id))
        self._show_lines(TITLE if is_other else "")
        self._show_fields_of(self.outline.current())
        self._compose(gather=True)

    def _show_lines(self, choose: str = "") -> None:
        if self.briefing is None:
            return
        self.head.show_briefing(self.briefing)
        material = self._made.material if self._made else Material({})
        if self._made:
            self.outline.show_lines(lines_of(self.briefing, material, self._made.document), choose)
        elif choose:
            self.outline.show_lines(lines_of(self.briefing, material, None)[:1], choose)

    def _compose(self, *, gather: bool) -> None:
        briefing = self.briefing
        if briefing is None:
            return
        before, around = None if gather else self._made, self._around
        job = self._jobs.ask("briefing", lambda: make(self._store, briefing, before, around))
        job.done.connect(self._show_made)
        job.failed.connect(lambda error: tell(self, error))

    def _show_made(self, made: Made) -> None:
        if self.briefing is None or made.of.id != self.briefing.id:
            return
        self._made = made
        self.preview.page.show_document(made.shown)
        if self.findings.show_found(made.findings):
            order_tabs(self)
        self.outline.show_lines(lines_of(self.briefing, made.material, made.document))
        for deck in made.to_draw:
            self._let_draw(deck.id)

    def _let_draw(self, deck: int) -> None:
        """Let a renderer draw a deck whose slides are in the briefing, once; then the pictures come."""
        if deck in self._asked:
            return
        self._asked.add(deck)
        job = self._jobs.render("Drawing slides", lambda job: draw_slides(self._store, deck, job.report, job.stop))
        job.failed.connect(lambda _error: self._around.undrawable.add(deck))  # the check says so
        job.ended.connect(lambda: self._compose(gather=True))

    def _build(self) -> None:
        self._begin = Button("New briefing", "plus", "primary")
        text = (
            "Put events, people, questions and notes into one with “Add to briefing” (Ctrl+G). They are gathered here, "
            "and go out as a Word document, a PDF or a web page in which every statement names its source."
        )
        nothing = EmptyState("clipboard-text", "No briefing yet", text, [self._begin])
        self.head, self.outline, self.fields = Head(self._store), OutlineList(), Fields()
        self.findings, self.preview = Findings(), Preview()
        adding = QMenu("Add a section", self)
        for kind, name in SECTIONS.items():
            adding.addAction(name, lambda kind=kind: self._add_section(kind))
        add = MenuButton("Add a section", "plus", adding, "quiet")
        self.halves = Halves(add, (self.outline, self.fields, self.findings), self.preview)
        builder = QWidget()
        whole = QVBoxLayout(builder)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (self.head, Hairline(), self.halves):
            whole.addWidget(part, 1 if part is self.halves else 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(nothing)
        self._stack.addWidget(builder)
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self._stack)

    def _connect(self) -> None:
        self._begin.clicked.connect(self.begin)
        self.head.new_wanted.connect(self.begin)
        self.head.briefing_chosen.connect(lambda number: self._take(db.briefing(self._store, number)))
        self.head.delete_wanted.connect(self._delete)
        self.head.template_chosen.connect(lambda one: self.alter(lambda b: tasks.apply(one, b), f"Template {one.name}"))
        self.head.copy_wanted.connect(self._copy_template)
        self.head.keep_wanted.connect(self._keep_template)
        self.head.forget_wanted.connect(self._forget_template)
        self.head.save_wanted.connect(self.save)
        self.head.print_wanted.connect(self.print_)
        self.head.page_wanted.connect(self._turn)
        self.halves.narrowed.connect(self.head.offer_page)
        self.outline.moved.connect(self._show_fields)
        self.outline.step_wanted.connect(lambda uid, by: self.alter(lambda b: outline.move(b, uid, by), _MOVE))
        self.outline.drop_wanted.connect(self._drop)
        self.outline.remove_wanted.connect(self.take_out)
        self.outline.opened.connect(lambda _uid: self.fields.focus_field())
        self.fields.altered.connect(self.alter)
        self.fields.remove_wanted.connect(self.take_out)
        self.fields.open_wanted.connect(self._open_event)
        self.findings.mend_wanted.connect(self.mend)
        self.preview.page.link_pressed.connect(lambda address: self.said.emit(address))

    def begin(self) -> None:
        """Begin another briefing and show it."""
        author = self._given.settings().own_name
        job = self._jobs.save(lambda: tasks.new_briefing(self._store, author=author))
        job.done.connect(lambda number: self._take(db.briefing(self._store, number)))
        job.failed.connect(lambda error: tell(self, error))

    def take_out(self, uid: str) -> None:
        """Take a section or a piece out; Undo brings it back."""
        self.alter(lambda briefing: outline.remove(briefing, uid), "Take out of the briefing")
        self._say("Taken out · Ctrl+Z brings it back")

    def mend(self, finding: Finding) -> None:
        """Mend what the check found, or go to where it is mended."""
        if self.briefing is not None and mended(self.briefing, finding) != self.briefing:
            self.alter(lambda briefing: mended(briefing, finding), f"{finding.button} in the briefing")
            self._say(f"{finding.button}: done · Ctrl+Z takes it back")
            return
        self.head.page.setChecked(False)
        self.outline.choose(finding.uid or TITLE)
        self.fields.focus_field({"describe": "alternative", "title": "title"}.get(finding.mend, ""))

    def save(self, ending: str) -> None:
        """Save the briefing as a file."""
        self.fields.flush()
        if self.briefing is not None:
            save_as(self, self._store, self._jobs, self.briefing, ending, self._say)

    def print_(self) -> None:
        """Show the pages as they will be printed."""
        from eqbrief.gui.briefing.printing import print_briefing  # noqa: PLC0415 - loaded when it is asked for

        self.fields.flush()
        if self.briefing is not None:
            print_briefing(self, self._store, self._jobs, self.briefing, self._say)

    def _turn(self, to_page: bool) -> None:
        self.halves.turn(to_page)
        self.focus_first()

    def _show_fields(self, uid: str) -> None:
        if self.briefing is None or uid == self.fields.shown:
            return
        self._show_fields_of(uid)
        section = self.briefing.section(uid)
        if section and self._made:
            headings = self._made.document.headings()
            anchor = next((one.anchor for one in headings if one.text == line(section.title)), "")
            self.preview.page.scrollToAnchor(anchor)

    def _show_fields_of(self, uid: str) -> None:
        if self.briefing is not None:
            themes = themes_of(self.briefing.pieces, self._made.material) if self._made else []
            self.fields.show_line(uid, self.briefing, themes)
            order_tabs(self)  # the new fields came last

    def _drop(self, uid: str, row: int) -> None:
        lines = self.outline.lines()
        if self.briefing is None:
            return
        above = [line for line in lines[:row] if not line.deep and line.uid != TITLE]
        if self.briefing.section(uid) is not None:
            self.alter(lambda b: outline.put_section(b, uid, len(above)), _MOVE)
        elif above:
            home = above[-1].uid
            at = row - 1 - next(place for place, line in enumerate(lines) if line.uid == home)
            self.alter(lambda b: outline.put(b, uid, home, at), _MOVE)

    def _add_section(self, kind: SectionKind) -> None:
        self.alter(lambda briefing: outline.add_section(briefing, kind), f"Add {SECTIONS[kind]}")

    def _open_event(self, uid: str) -> None:
        for number in db.events_by_uid(self._store, [uid]).values():
            self.event_wanted.emit(number)

    def _delete(self) -> None:
        if self.briefing is None:
            return
        number = self.briefing.id
        job = self._jobs.save(lambda: tasks.delete_briefing(self._store, number))
        job.done.connect(lambda _none: self._say("Briefing deleted · Ctrl+Z brings it back"))
        job.failed.connect(lambda error: tell(self, error))

    def _copy_template(self) -> None:
        if self.briefing is not None:
            shaping.copy_as_text(self, self.briefing, self._say)

    def _keep_template(self) -> None:
        self.fields.flush()
        if self.briefing is not None and (kept := shaping.keep_shape(self, self.briefing, self._say)):
            self.alter(lambda briefing: replace(briefing, template=kept.key), f"Template {kept.name}")
            self.head.show_template(kept.name)

    def _forget_template(self, template: Template) -> None:
        shaping.forget(self, template, self._say)
        if self.briefing is not None:
            self.head.show_template("")

    def _say(self, text: str) -> None:
        self.said.emit(text)
        announce(self, text)


def _bare(briefing: Briefing) -> Briefing:
    """Give a briefing without the moments that are no content."""
    return replace(briefing, updated_at="", opened_at="", issued_at=None)
