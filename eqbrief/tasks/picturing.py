# SPDX-License-Identifier: MIT
"""What a note says of a slide: its title with a way to it, and its picture, kept as a file in the library.

Pictures of slides lie in a folder of their own. They can be made anew from their deck, so no backup holds them.
"""

from urllib.parse import quote

from eqbrief import store as db
from eqbrief.files import explain, safe_name, write_whole
from eqbrief.files.names import unique_name
from eqbrief.model.mentions import slide_mention
from eqbrief.store import Store

FOLDER = "pictures"
"""Where in the library's folder they lie."""


def slide_line(store: Store, deck_id: int, number: int) -> str:
    """Write a slide's title and the way to it: '**Three wards** ([[slide 3 of Rotas]])'."""
    deck, title = _named(store, deck_id, number)
    return f"**{title}** ({slide_mention(number, deck)})" if title else slide_mention(number, deck)


def picture_line(store: Store, deck_id: int, number: int, png: bytes) -> str:
    """Keep a slide's picture, once however often it is put in, and write it as Markdown does.

    Raises:
        UserError: when it cannot be written.
    """
    deck, title = _named(store, deck_id, number)
    folder = store.folder / FOLDER
    name = safe_name(f"{deck} slide {number}.png")
    try:
        folder.mkdir(exist_ok=True)
        if not (folder / name).is_file() or (folder / name).read_bytes() != png:
            name = unique_name(folder, name)
            write_whole(folder / name, png)
    except OSError as error:
        raise explain(error, folder) from error
    said = f"Slide {number} of {deck}" + (f": {title}" if title else "")
    return f"![{said.replace('[', '(').replace(']', ')')}]({FOLDER}/{quote(name)})"


def _named(store: Store, deck_id: int, number: int) -> tuple[str, str]:
    """Give a deck's title, and that of one of its slides on one line."""
    slide = next((one for one in db.slides_of(store, deck_id) if one.number == number), None)
    return db.deck(store, deck_id).offered.title, " ".join(slide.text["title"].split()) if slide is not None else ""
