# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - one row a form
"""The forms that event pages take: which parts, in which order, written how. One row a form; facts are drawn for each."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.reading.varied import extras as x
from tests.reading.varied import heads as h
from tests.reading.varied import persons as p
from tests.reading.varied import presented as q
from tests.reading.varied import seminars as s
from tests.reading.varied import talks as t
from tests.reading.varied.sheet import Sheet

Part = Callable[[Sheet], None]


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of page: its parts in order, its language, and what it is written in."""

    name: str
    written: str
    parts: tuple[Part, ...]
    language: str = "en"


FORMS = (
    Form("bulletin", "text", (h.homepage, h.title, h.posted_line, h.held_sentence, x.deck_line, p.leader_then_list, x.prose, x.questions_led_in)),
    Form("bulletin as a web page", "html lists", (h.title, h.posted_line, h.held_sentence, x.deck_line, p.leader_then_list, x.prose, x.questions_led_in, h.copyright_line)),
    Form("details on top", "text", (h.title, h.details_lines, x.prose, p.speakers_list, x.topics_list)),
    Form("details as a table", "text dashes", (h.title, h.details_rows, x.prose, p.list_then_leader, x.registration)),
    Form("details as a web table", "html paragraphs", (h.title, h.details_rows, x.prose_under_heading, p.speakers_list, x.decks)),
    Form("date below its label", "html boxes", (h.title, h.date_below_label, x.prose_under_heading, p.leader_then_list, x.related)),
    Form("cards", "text", (h.title, h.date_time_line, x.prose, q.cards, x.recording)),
    Form("cards on the web", "html boxes", (h.title, h.date_time_line, x.prose, q.cards, x.decks, h.copyright_line)),
    Form("cards apart", "markdown", (h.title, h.date_then_time, q.cards_apart, x.prose_under_heading)),
    Form("table of people", "markdown", (h.title, h.date_line, x.prose, q.table_of_people, x.topics_line)),
    Form("web table of people", "html lists", (h.title, h.date_time_line, x.prose, q.table_of_people, x.references)),
    Form("label in each line", "text", (h.title, h.date_time_line, p.label_in_each_line, x.prose, h.copyright_line)),
    Form("label in each line, dashes", "text dashes", (h.title, h.join_sentence, p.label_in_each_line, x.learn, x.prose)),
    Form("suffixes", "text stars", (h.title, h.date_line, x.prose, p.suffixes, x.decks)),
    Form("suffixes on the web", "html paragraphs", (h.title, h.date_then_time, x.prose, p.suffixes, x.organisers)),
    Form("names only", "text", (h.title, h.date_time_line, q.names_only, x.prose, x.learn)),
    Form("brackets in one line", "text", (h.title, h.details_lines, q.brackets_in_line, x.prose, x.topics_list)),
    Form("brackets in one line, Markdown", "markdown", (h.title, h.date_line, x.prose, q.brackets_in_line, x.recording)),
    Form("bare list", "text", (h.title, h.date_time_line, x.prose, q.bare_list, x.last_prose)),
    Form("turned round", "text dashes", (h.title, h.date_line, x.prose, q.turned_round, x.byline)),
    Form("biographies", "text", (h.title, h.date_time_line, x.prose, q.biographies, x.organisers)),
    Form("biographies on the web", "html lists", (h.title, h.details_lines, q.biographies, x.references)),
    Form("one sentence", "text wrapped", (h.title, h.held_sentence, x.prose, q.sentence_of_people, x.promise)),
    Form("told in prose", "text wrapped", (h.title, h.join_sentence, q.spoken_prose, x.last_prose)),
    Form("told in prose, Markdown", "markdown", (h.title, h.date_time_line, q.spoken_prose, x.learn, x.topics_line)),
    Form("agenda", "text", (h.title, h.date_line, x.prose, p.speakers_list, x.agenda_list)),
    Form("agenda as a table", "html lists", (h.title, h.date_time_line, x.prose, x.agenda_rows, p.leader_then_list)),
    Form("agenda with people", "text", (h.title, h.date_time_line, x.prose, x.agenda_with_people)),
    Form("agenda with people on the web", "html lists", (h.title, h.date_time_line, x.agenda_with_people, x.prose_under_heading)),
    Form("no year", "text", (h.title, h.no_year, x.prose, p.speakers_list)),
    Form("two zones", "text dashes", (h.title, h.two_zones, x.prose, p.leader_then_list, x.recording)),
    Form("several days", "text", (h.title, h.days_line, x.prose, p.speakers_list, x.topics_list)),
    Form("several days on the web", "html boxes", (h.title, h.days_line, p.list_then_leader, x.prose_under_heading, x.related)),
    Form("cancelled", "text", (h.cancelled_title, h.date_time_line, x.prose, p.speakers_list)),
    Form("people before the date", "text", (h.title, p.speakers_list, h.details_lines, x.prose)),
    Form("decoys all over", "text", (h.homepage, h.title, x.byline, h.posted_labelled, h.held_sentence, x.prose, x.quoted, p.leader_then_list, x.organisers, x.related, x.references)),
    Form("decoys on the web", "html lists", (h.title, x.byline, h.date_time_line, x.quoted, p.list_then_leader, x.questions, x.organisers, x.related)),
    Form("no bullets", "text bare", (h.title, h.details_lines, x.prose, p.leader_then_list, x.questions)),
    Form("shouting", "text shouting", (h.title, h.date_time_line, x.prose, p.leader_then_list, x.topics_list)),
    Form("tight", "text tight", (h.title, h.date_line, x.prose, p.list_then_leader, x.questions)),
    Form("line breaks", "html breaks", (h.title, h.date_time_line, x.prose, p.leader_then_list, x.decks)),
    Form("definitions", "html definitions", (h.title, h.details_lines, x.prose, p.leader_then_list)),
    Form("people in a layout table", "html table", (h.title, h.date_line, x.prose, p.speakers_list, x.topics_list)),
    Form("resources and questions", "markdown", (h.title, h.posted_labelled, h.held_sentence, x.decks, x.recording, p.leader_then_list, x.questions)),
    Form("semicolons in one line", "text", (h.title, h.date_time_line, q.semicolons_in_line, x.prose)),
    Form("two labels in one line", "text", (h.title, h.date_line, x.prose, q.two_labels_in_one_line, x.recording)),
    Form("led in", "text", (h.title, h.held_sentence, x.prose, q.led_in_list, x.promise)),
    Form("led in, on the web", "html emphasis", (h.title, h.date_time_line, x.prose, q.led_in_list, x.sponsors, x.contact_line)),
    Form("led in, Markdown", "markdown", (h.title, h.join_sentence, q.led_in_list, x.learn)),
    Form("numbered", "text", (h.title, h.start_and_end, x.prose, q.numbered)),
    Form("shouted names", "text dashes", (h.title, h.details_one_line, x.prose, q.shouted_names, x.contact_line)),
    Form("shouted names on the web", "html lists", (h.title, h.date_time_line, q.shouted_names, x.prose_under_heading)),
    Form("cards with biographies", "text", (h.title, h.date_time_line, x.prose, q.cards_with_biographies)),
    Form("cards with biographies on the web", "html boxes", (h.frame_top, h.title, h.details_lines, x.prose, q.cards_with_biographies, h.frame_bottom)),
    Form("headed sessions", "text", (h.title, h.date_line, x.prose, q.sessions_with_people, x.references)),
    Form("headed sessions on the web", "html emphasis", (h.title, h.date_time_line, x.prose, q.sessions_with_people)),
    Form("keynotes", "text", (h.title, h.date_time_line, x.prose, q.keynotes, x.sponsors)),
    Form("framed", "text", (h.frame_top, h.title, h.date_time_line, x.prose, p.leader_then_list, x.decks, h.frame_bottom)),
    Form("framed, Markdown", "markdown", (h.frame_top, h.title, h.details_one_line, x.prose, p.suffixes, x.praise, h.frame_bottom)),
    Form("praised", "text", (h.title, h.date_time_line, x.prose, p.speakers_list, x.praise, x.contact_line)),
    Form("praised, on the web", "html paragraphs", (h.title, h.start_and_end, p.list_then_leader, x.praise, x.contact_line, x.byline)),
    Form("cancelled in a sentence", "text", (h.title, h.cancelled_sentence, h.date_time_line, x.prose, p.leader_then_list)),
    Form("answered", "text", (h.title, h.held_sentence, p.leader_then_list, x.prose, x.answered)),
    Form("answered, on the web", "html emphasis", (h.title, h.date_line, p.speakers_list, x.prose, x.answered)),
    Form("names with marks, Markdown", "markdown", (h.title, h.details_lines, x.prose, p.speakers_list, x.contact_line)),
    Form("talks", "text", (h.title, h.date_time_line, x.prose, t.talks_list)),
    Form("talks on the web", "html lists", (h.title, h.details_lines, x.prose, t.talks_list, x.sponsors)),
    Form("table of talks", "text", (h.title, h.date_line, x.prose, t.table_of_talks)),
    Form("table of talks, Markdown", "markdown", (h.title, h.date_time_line, x.prose, t.table_of_talks, x.contact_line)),
    Form("agenda with a column", "text", (h.title, h.date_time_line, x.prose, t.agenda_with_a_column)),
    Form("agenda with a column on the web", "html lists", (h.title, h.date_time_line, t.agenda_with_a_column, x.prose_under_heading)),
    Form("rows with labels", "text", (h.title, t.rows_with_labels, x.prose, x.learn)),
    Form("rows with labels, Markdown", "markdown", (h.title, x.prose, t.rows_with_labels, x.promise)),
    Form("name and biography", "text", (h.title, h.date_time_line, x.prose, t.name_and_biography)),
    Form("name and biography on the web", "html paragraphs", (h.title, h.details_lines, x.prose, t.name_and_biography, x.related)),
    Form("line and biography", "text", (h.title, h.date_time_line, x.prose, t.line_and_biography)),
    Form("line and biography, Markdown", "markdown", (h.title, h.join_sentence, t.line_and_biography)),
    Form("seminar", "text", (s.seminar,)),
    Form("seminar on the web", "html lists", (s.seminar,)),
    Form("who and when", "text", (s.who_and_when,)),
    Form("who and when, Markdown", "markdown", (s.who_and_when, x.learn)),
    Form("bodies before names", "text", (h.title, h.date_time_line, s.bodies_before_names, x.prose)),
    Form("from places", "text", (h.title, h.date_time_line, s.from_places, x.last_prose)),
    Form("nested lines", "text", (h.title, h.details_lines, x.prose, s.nested_lines)),
    Form("dashes in line", "text", (h.title, h.date_line, x.prose, s.dashes_in_line)),
    Form("headed cards", "html lists", (h.title, h.date_time_line, x.prose, s.headed_cards)),
    Form("headed cards, Markdown", "markdown", (h.title, h.details_lines, x.prose, s.headed_cards)),
    Form("speakers include", "text", (h.title, h.date_time_line, x.prose, s.speakers_include)),
    Form("speakers include, wrapped", "text wrapped", (h.title, h.join_sentence, s.speakers_include, x.prose)),
    Form("led by", "text", (h.title, h.date_time_line, x.prose, s.led_by)),
    Form("led by, on the web", "html paragraphs", (h.title, h.date_line, s.led_by, x.prose_under_heading)),
    Form("German sentence", "text", (h.title, h.date_time_line, x.prose, s.foreign_sentence), "de"),
    Form("French sentence", "text", (h.title, h.date_time_line, x.prose, s.foreign_sentence), "fr"),
    Form("Spanish sentence", "html lists", (h.title, h.date_time_line, x.prose, s.foreign_sentence), "es"),
    Form("German, list", "text", (h.title, h.date_time_line, x.prose, p.leader_then_list, x.decks), "de"),
    Form("German, details", "html lists", (h.title, h.details_lines, x.prose, p.list_then_leader, x.organisers), "de"),
    Form("German, agenda", "text dashes", (h.title, h.date_line, x.prose, x.agenda_list, p.speakers_list), "de"),
    Form("German, cards", "markdown", (h.title, h.date_time_line, x.prose, q.cards, x.topics_list), "de"),
    Form("German, posted", "text", (h.title, h.posted_labelled, h.held_sentence, x.prose, p.label_in_each_line, x.questions), "de"),
    Form("French, list", "text", (h.title, h.date_time_line, x.prose, p.leader_then_list, x.decks), "fr"),
    Form("French, details", "html lists", (h.title, h.details_lines, x.prose, p.list_then_leader, x.organisers), "fr"),
    Form("French, several days", "text dashes", (h.title, h.days_line, x.prose, p.speakers_list, x.topics_list), "fr"),
    Form("French, posted", "markdown", (h.title, h.posted_labelled, h.held_sentence, x.prose, p.label_in_each_line, x.questions), "fr"),
    Form("Spanish, list", "text", (h.title, h.date_time_line, x.prose, p.leader_then_list, x.decks), "es"),
    Form("Spanish, details", "html lists", (h.title, h.details_lines, x.prose, p.list_then_leader, x.organisers), "es"),
    Form("Spanish, agenda", "text dashes", (h.title, h.date_line, x.prose, x.agenda_rows, p.speakers_list), "es"),
    Form("German, semicolons", "text", (h.title, h.days_line, x.prose, q.semicolons_in_line), "de"),
    Form("French, names shouted", "text", (h.title, h.date_time_line, x.prose, q.shouted_names), "fr"),
    Form("Spanish, cards", "html boxes", (h.title, h.date_time_line, x.prose, q.cards, x.topics_list), "es"),
    Form("Spanish, posted", "markdown", (h.title, h.posted_labelled, h.held_sentence, x.prose, q.brackets_in_line, x.questions), "es"),
)  # fmt: skip
