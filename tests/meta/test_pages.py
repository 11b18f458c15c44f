# SPDX-License-Identifier: MIT
"""The invented pages carry the same words in both forms."""

import re

import pytest

from tests.helpers.pages import Page


@pytest.mark.parametrize("name", ["page.txt", "page.html"])
def test_a_page_says_all_its_facts(sample_page, name: str) -> None:
    page = Page()
    said = re.sub(r"<[^>]+>", "", sample_page(name).read_text(encoding="utf-8"))
    facts = [page.title, page.publisher, page.series, page.posted, page.held, page.topic, page.deck, page.deck_size]
    facts += [*page.chair, *(fact for one in page.panel for fact in one), *page.paragraphs, *page.questions]
    assert [fact for fact in facts if fact not in said] == []


def test_keywords_change_a_page(sample_page) -> None:
    assert "Rotas & rest" in sample_page("other.txt", title="Rotas & rest").read_text(encoding="utf-8")
    assert "<h1>Rotas &amp; rest</h1>" in sample_page("other.html", title="Rotas & rest").read_text(encoding="utf-8")
