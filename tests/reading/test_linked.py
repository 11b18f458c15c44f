# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - markup is as long as it is
"""JSON-LD and microdata as things: forgiven faults, nested things, and nothing that could be endless."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from eqbrief.reading.linked import Thing, said, things_in, types_of
from eqbrief.reading.stated import claims_in
from tests.reading.stated_cases import script


def things(html: str) -> list[Thing]:
    return things_in(LexborHTMLParser(html))


@pytest.mark.parametrize(
    "text",
    [
        '{"@type":"Event","name":"Tea // at \\"four\\" /* sharp */"}',
        '<!--{"@type":"Event","name":"Tea // at \\"four\\" /* sharp */",}-->',
        '//<![CDATA[\n{"@type":"Event",//a\n"name":"Tea // at \\"four\\" /* sharp */"}//]]>',
        '/*a*/[{"@type":"Event","name":"Tea // at \\"four\\" /* sharp */",},];',
    ],
)
def test_faults_outside_of_strings_are_forgiven(text: str):
    [thing] = things(script(text))
    assert (types_of(thing), said(thing, "name")) == (["Event"], 'Tea // at "four" /* sharp */')


@pytest.mark.parametrize("text", ["", "{", "null", "3", '"Event"', "[" * 3000 + "]" * 3000, '{"name":"no type"}'])
def test_what_is_no_thing_gives_none(text: str):
    assert things(script(text)) == []


def test_words_are_plain():
    [thing] = things(
        script('{"@type":"Event","name":"&lt;b&gt;Tea&lt;/b&gt; &amp;amp; \\u00a0 cake","url":["https://a.example/"]}')
    )
    assert (said(thing, "name"), said(thing, "url")) == ("Tea & cake", "https://a.example/")


def test_properties_of_an_item_inside_are_its_own():
    html = (
        '<div itemscope itemtype="https://schema.org/Event"><b itemprop="name">Tea</b><div itemprop="location" itemscope>'
        '<b itemprop="name">Corn Hall</b></div><div itemscope itemtype="https://schema.org/Event"><b itemprop="name">Cake</b>'
    )
    tea, cake = things(html)
    assert (said(tea, "name"), said(tea, "location"), said(cake, "name")) == ("Tea", "Corn Hall", "Cake")


@pytest.mark.parametrize(
    "html",
    [
        script('[{"@type":"Event","name":"Tea","startDate":"2024-05-04"},' * 5000),
        script('{"a":' + '\\"' * 150_000),
        script("{" + "/*" * 150_000),
        script("{" + " " * 300_000 + "!" + " " * 100_000 + "-->"),
        script('{"@type":"Event","name":' + '{"name":' * 800 + '"x"' + "}" * 801),
        '<div itemscope itemtype="x/Event">' + '<div itemscope itemprop="a">' * 3000,
        '<div itemscope itemtype="x/Event">' + '<b itemprop="a">' * 3000,
        '<div class="h-event">' * 2000 + '<b class="p-name">' * 2000,
    ],
    ids=["scripts", "strings", "comments", "blanks", "names", "items", "values", "classes"],
)
def test_broken_data_takes_no_longer_than_its_length_asks(html: str):
    before = time.perf_counter()
    assert claims_in(LexborHTMLParser(html)).events == ()
    # What grows with the square of the length takes minutes.
    assert time.perf_counter() - before < 5


PARTS = st.sampled_from(
    [
        '"@type"',
        '"Event"',
        '"name"',
        '"startDate"',
        '"2024-05-04T99:99"',
        '"2024-13-45"',
        ":",
        ",",
        "{",
        "}",
        "[",
        "]",
        "//",
        "/*",
        "\n",
        "1e999",
    ]
)


@given(st.lists(PARTS, max_size=30).map("".join))
def test_any_script_is_read_or_left(text: str):
    assert repr(claims_in(LexborHTMLParser(script(text)))) == repr(claims_in(LexborHTMLParser(script(text))))


@pytest.mark.parametrize(
    "text",
    [
        '{"@type":"Event","name":"Tea"}{"@type":"Event","name":"Cake"}',
        '{"@type":"Event","name":"Tea"},\n{"@type":"Event","name":"Cake"},',
        "{&quot;@type&quot;:&quot;Event&quot;,&quot;name&quot;:&quot;Tea&quot;};{&quot;@type&quot;:&quot;Event&quot;,"
        "&quot;name&quot;:&quot;Cake&quot;}",
        '{"@graph":[{"@type":["Thing","Event"],"name":"Tea"},{"@type":"Event","name":"Cake"}]}',
    ],
    ids=["in a row", "with commas", "escaped", "graph"],
)
def test_several_things_in_one_script(text: str):
    assert [said(thing, "name") for thing in things(script(text))] == ["Tea", "Cake"]


def test_what_is_only_named_by_its_id_is_put_in_its_place():
    tea, ann = things(
        script(
            '{"@graph":[{"@type":"Event","@id":"#e","name":"Tea","performer":[{"@id":"#a"},{"@id":"#gone"}]},'
            '{"@type":"Person","@id":"#a","name":"Ann Egerton","knows":{"@id":"#e"}}]}'
        )
    )
    assert said(tea, "performer") == "Ann Egerton"
    assert said(ann, "knows") == "Tea"
