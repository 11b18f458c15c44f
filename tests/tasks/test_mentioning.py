# SPDX-License-Identifier: MIT
"""Names in notes: offered, those of the event first, and found again wherever they stand."""

from eqbrief import store as db
from eqbrief import tasks
from eqbrief.model import DraftPerson, Filter
from eqbrief.model.mentions import mention_begun, mentions_in
from eqbrief.tasks.indexing import index_decks
from eqbrief.tasks.mentioning import meaning, naming_event, naming_person, offers
from eqbrief.tasks.naming import merge
from eqbrief.tasks.telling_apart import KEYS
from tests.store.filling import add_event, draft


def offered(store, event, typed: str) -> list[str]:
    return [one.written for one in offers(store, event, mention_begun(typed))]


def with_real_keys(store, number: int, **facts) -> int:
    with store.change() as change:
        return db.insert_event(store, change, draft(number, **facts), KEYS, f"event {number}")


def meant(store, event, written: str):
    (mention,) = mentions_in(written)
    return meaning(store, event, mention)


def test_people_of_the_event_are_offered_before_all_others(library):
    add_event(library, 1)
    event = add_event(library, 2)
    assert offered(library, event, "@") == ["@Imogen Thistlewood", "@Rafiq Umberley 2", "@Rafiq Umberley 1"]
    assert offered(library, event, "Ask @umb") == ["@Rafiq Umberley 2", "@Rafiq Umberley 1"]
    assert offered(library, None, "@raf umb") == ["@Rafiq Umberley 1", "@Rafiq Umberley 2"]
    assert offered(library, event, "@nobody") == []


def test_topics_are_offered_as_one_word_and_found_by_it(library):
    event = add_event(library, 1)
    assert offered(library, event, "#fle") == ["#Flexible-working"]
    found = meant(library, event, "#flexible-working")
    assert found.kind == "topic" and found.name == "Flexible working"
    assert meant(library, event, "#flexible") is None


def test_events_are_offered_by_words_and_told_apart_by_their_day(library):
    first = add_event(library, 1, title="Quiet nights", starts_at="2023-02-02")
    second = add_event(library, 2, title="Quiet nights", starts_at="2024-03-03")
    third = add_event(library, 3, title="What [we] tried")
    assert offered(library, third, "[[quiet") == [
        "[[Quiet nights (3 March 2024)]]",
        "[[Quiet nights (2 February 2023)]]",
    ]
    assert meant(library, third, "[[quiet nights]]").id == second
    assert meant(library, third, "[[Quiet nights (2 February 2023)]]").id == first
    assert offered(library, first, "[[tried") == ["[[What we tried]]"]
    assert meant(library, first, "[[What we tried]]").id == third
    assert meant(library, first, "[[What tried]]") is None


def test_slides_of_the_event_are_offered_and_found(filled_library):
    store = filled_library
    index_decks(store)
    (deck,) = [deck for deck in db.decks_here(store) if deck.offered.title == "Small tests fairer wards"]
    written = offered(store, deck.event_id, "as [[slide 6")
    assert written[0] == "[[slide 6 of Small tests fairer wards]]"
    found = meant(store, deck.event_id, written[0])
    assert (found.kind, found.id, found.number) == ("slide", deck.id, 6)
    other = next(number for number in db.event_ids(store, Filter()) if number != deck.event_id)
    assert meant(store, other, written[0]).id == deck.id
    assert meant(store, deck.event_id, "[[slide 6 of Nothing]]") is None


def test_the_longest_name_is_meant_and_a_merged_one_leads_to_its_record(library):
    event = with_real_keys(library, 1)
    found = meant(library, event, "@Imogen Thistlewood.")
    assert found.kind == "person" and found.name == "Imogen Thistlewood"
    assert meant(library, event, "@Imogen Thistlewood Larkmoor").id == found.id
    assert meant(library, None, "@Imogen Thistlewood").id == found.id
    assert meant(library, event, "@Imogen") is None
    other = with_real_keys(library, 2, people=(DraftPerson("Immy Thistlewood", None, None, "chair", (), ()),))
    gone = meant(library, other, "@Immy Thistlewood").id
    assert gone != found.id
    merge(library, "person", found.id, gone)
    assert meant(library, None, "@Immy Thistlewood").id == found.id


def test_notes_that_name_a_person_or_an_event_are_found_from_there(library):
    first, second = add_event(library, 1), add_event(library, 2)
    person = meant(library, first, "@Imogen Thistlewood").id
    tasks.new_note(
        library, second, "First\n- [ ] ask @Imogen Thistlewood about [[Kinder rotas 1]]\n@Imogen Thistlewoods"
    )
    deleted = tasks.new_note(library, first, "@Imogen Thistlewood")
    tasks.delete_note(library, deleted)
    (found,) = naming_person(library, person)
    assert found.event_id == second and found.line.startswith("- [ ] ask")
    assert [one.line for one in naming_event(library, first)] == [found.line] and naming_event(library, second) == []
