# SPDX-License-Identifier: MIT
"""Captions with times: WebVTT (https://www.w3.org/TR/webvtt1/), as Teams and Zoom write it too, and SubRip."""

import html
import re
from collections import Counter
from collections.abc import Iterator

from eqbrief.model import Turn

_ARROW = re.compile(r"^\s*(\S+)\s+-->\s+(\S+)")
_TIME = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?$")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^>]*)>")
_TAG = re.compile(r"</?[^<>]*>|\{\\[^{}]*\}")
_LED = re.compile(r"^(?:>>\s*)?\[?(?P<name>[^\W\d_][^:\[\]<>]{0,60}?)\]?\s*:\s+(?P<words>\S.*)$", re.DOTALL)
_NO_NAMES = frozenset(("answer", "example", "https", "http", "note", "q", "a", "question", "warning", "nb"))
_MOST_WORDS = 6
_SHARE = 0.1
"""The least share of cues that begin with a name and a colon, for these to be speakers and no figure of speech."""


def turns_of_cues(text: str) -> list[Turn]:
    """Read WebVTT or SubRip: each cue's words with its times in seconds, and the speaker where it names one.

    Cues without a time that makes sense, comments, styles and regions are passed over.
    """
    found = list(_cues(text))
    names = _names_before_colons(found)
    turns: list[Turn] = []
    speaker = ""
    for starts_at, ends_at, payload in found:
        for named, words in _voices(payload, names):
            speaker = named or ("" if not names else speaker)
            if words:
                turns.append(Turn(starts_at, ends_at, speaker or None, words))
    return turns


def seconds_of(written: str) -> float | None:
    """Read a time such as '00:01:02.500', '1:02,5' or '75:03'; None where it is none."""
    found = _TIME.match(written)
    if found is None:
        return None
    hours, minutes, seconds, fraction = found.groups()
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction or 0}")


def _cues(text: str) -> Iterator[tuple[float, float | None, str]]:
    """Give the times and the payload of each cue."""
    times: tuple[float, float | None] | None = None
    payload: list[str] = []
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for line in [*lines, ""]:
        arrow = _ARROW.match(line)
        if arrow is None and line.strip():
            payload.append(line)
            continue
        if times is not None and payload:
            # The number of the next cue stands in front of its times, also where no empty line divides them.
            yield *times, "\n".join(payload[:-1] if arrow and payload[-1].strip().isdecimal() else payload)
        payload = []
        times = None
        if arrow is not None and (starts_at := seconds_of(arrow.group(1))) is not None:
            ends_at = seconds_of(arrow.group(2))
            times = (starts_at, ends_at if ends_at is not None and ends_at >= starts_at else None)


def _voices(payload: str, names: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Divide a cue by who speaks; '' where it does not say."""
    parts = _VOICE.split(payload)
    if len(parts) == 1:
        plain = _plain(payload)
        led = _LED.match(plain)
        if led is not None and led["name"].strip() in names:
            yield led["name"].strip(), led["words"]
        else:
            yield "", plain
        return
    if before := _plain(parts[0]):
        yield "", before
    for name, words in zip(parts[1::2], parts[2::2], strict=True):
        yield _plain(name), _plain(words)


def _names_before_colons(cues: list[tuple[float, float | None, str]]) -> frozenset[str]:
    """Find the names that Zoom and others put before a cue's words with a colon."""
    counted: Counter[str] = Counter()
    for _starts_at, _ends_at, payload in cues:
        if "<v" not in payload and (led := _LED.match(_plain(payload))) is not None:
            name = led["name"].strip()
            if _may_be_a_name(name):
                counted[name] += 1
    if counted.total() < max(1, _SHARE * len(cues)):
        return frozenset()
    return frozenset(name for name, times in counted.items() if times > 1 or " " in name)


def _may_be_a_name(name: str) -> bool:
    words = name.split()
    if not words or len(words) > _MOST_WORDS or name.casefold() in _NO_NAMES:
        return False
    return sum(word[:1].isupper() or not word[:1].isalpha() or not word[:1].islower() for word in words) * 2 > len(
        words
    )


def _plain(payload: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", payload)).replace("\u200b", "").split())
