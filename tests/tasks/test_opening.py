# SPDX-License-Identifier: MIT
import pytest

from eqbrief.tasks.opening import links_warning


@pytest.mark.parametrize(
    ("places", "said"),
    [
        (("a.example",), "when it opens: 'a.example'."),
        (("a.example", "b.mp4"), "'a.example' and 'b.mp4'."),
        (("a", "b", "c"), "'a', 'b' and 'c'."),
        (("a", "b", "c", "d"), "'a', 'b', 'c' and 1 more place."),
        (("a", "b", "c", "d", "e"), "'a', 'b', 'c' and 2 more places."),
    ],
)
def test_a_warning_names_a_few_places(places: tuple[str, ...], said: str) -> None:
    assert links_warning("Rotas", places).what.endswith(said)
