# SPDX-License-Identifier: MIT
"""Changes files as damage, mistakes and malice do: by bytes, and by the pieces that the forms are made of."""

import re
from random import Random

_TOLD = (
    "\n¦\n\n¦\t¦ ¦: ¦, ¦ - ¦ – ¦(¦)¦/¦|¦?¦\"¦'¦;¦Chair¦Chair:¦Panellists¦Speakers:¦Agenda¦Topics¦Date: ¦Venue¦"
    "Questions¦Slides¦Dr ¦Professor Dame ¦Imogen Thistlewood¦Larkmoor Trust¦director of rotas¦ and ¦ of ¦MBE¦"
    "5 May 2024¦31 February 2024¦2024-05-04¦04/05/24¦Tuesday¦9.30am - 1pm¦12:61¦BST¦UTC¦0001-01-01¦"
    "9999-12-31T23:59:59Z¦00000000¦20240504T093000¦99999999999999999999¦-1¦1e999¦Cancelled: ¦POSTPONED¦"
    "(PDF, 2.3 MB)¦2 GB, 15 pages¦.pptx¦https://a.example/x.pdf¦http://[¦• ¦\u202e¦\u200b¦\xa0¦İ¦\ufeff¦Ａ¦é¦é¦"
    "ﬀ¦😀¦\u2028¦\x85¦\x00¦\x0b¦\x0c¦\x1c¦\x1f¦\x7f¦\udcff¦\udced\udca0\udc80¦\udcc3¦\r¦\udc85¦\udca0¦<p>¦</p>¦"
    "<li>¦</ul>¦<br>¦<h1>¦<h2>¦<table><tr><td>¦</td><td>¦<dl><dt>¦<dd>¦<div>¦</div>¦<a href='x.pptx'>¦</a>¦"
    "<svg>¦<template>¦<select>¦<frameset>¦<plaintext>¦<time datetime='2024-05-04'>¦<main>¦<aside>¦<nav>¦<!--¦"
    "-->¦<![CDATA[¦]]>¦<script>¦&#xD800;¦&#0;¦&#31;¦&amp;¦&nbsp;¦&#x110000;¦&lt;b&gt;¦\\ud800¦\\u0000¦\\n¦\\,¦"
    '<script type="application/ld+json">¦</script>¦{"@type":"Event","name":"¦"startDate":"¦'
    '"@graph":[¦null¦true¦[]¦{}¦[[¦}¦]¦""¦0¦"performer":[¦"@id":"#a"¦NaN¦1e5¦-0¦ itemscope¦'
    ' itemprop="name"¦ class="h-event"¦ class="p-name"¦ class="dt-start"¦ lang="de"¦# ¦## ¦**¦'
    "[x](y.pptx)¦![¦](¦> ¦```¦---\n¦| a | b |\n|---|---|\n¦1. ¦- ¦BEGIN:VEVENT\n¦END:VEVENT\n¦SUMMARY:¦DTSTART:¦"
    "DTEND;VALUE=DATE:¦TZID=¦RRULE:FREQ=¦DAILY¦COUNT=¦UNTIL=¦;BYDAY=¦EXDATE:¦RDATE:¦DURATION:P¦RECURRENCE-ID:¦"
    "X-ALT-DESC:¦UID:x\n¦Content-Type: text/html; charset=¦utf-7¦unicode_escape¦base64\n¦"
    "Content-Transfer-Encoding: ¦utf-16¦MIME-Version: 1.0\n¦boundary=¦--¦=?utf-8?q?¦?=¦quoted-printable¦=C3=A9¦"
    "Subject: ¦idna¦<event id='1'>¦</event>¦<day ¦<persons>¦<person>¦<title>¦<start>¦<duration>¦<room ¦"
    "<!DOCTYPE x [¦<!ENTITY a 'b'>¦&a;¦<?xml version='1.0' encoding='¦xmlns='x'¦</schedule>¦<x:¦bplist00¦"
    "WebMainResource¦\udcd0\udccf\x11\udce0¦PK\x03\x04¦Referent: ¦Sprecherin¦Intervenants :"
)
PIECES = tuple(piece.encode("utf-8", "surrogateescape") for piece in _TOLD.split("¦"))
"""What the forms are made of, and what is odd in any; bytes that are no UTF-8 stand as halves of a pair."""
_WHOLE = re.compile(rb"<[^<>]{0,200}>|[^\s<>]+|\s+")


def mutated(data: bytes, random: Random, others: tuple[bytes, ...] = (), most: int = 20_000) -> bytes:
    """Change some bytes or pieces, one to six times; `others` are files of which a stretch may be put in."""
    for _ in range(random.choice((1, 1, 1, 2, 3, 6))):
        data = random.choice(_WAYS)(data, random)
        if others and random.random() < 0.1:
            other = random.choice(others)
            first = random.randrange(len(other) + 1)
            data = _put(data, random, other[first : first + random.randrange(400)])
    return data[:most]


def _put(data: bytes, random: Random, piece: bytes) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + piece + data[at:]


def _piece(data: bytes, random: Random) -> bytes:
    return _put(data, random, random.choice(PIECES))


def _replaced(data: bytes, random: Random) -> bytes:
    """Put a piece in place of a word, a tag or the space between words."""
    at = random.randrange(len(data) + 1)
    match = _WHOLE.search(data, at)
    return data[: match.start()] + random.choice(PIECES) + data[match.end() :] if match else data


def _left_out(data: bytes, random: Random) -> bytes:
    first = random.randrange(len(data) + 1)
    return data[:first] + data[first + random.choice((1, 2, 8, 40, 300)) :]


def _cut_off(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _again(data: bytes, random: Random) -> bytes:
    first = random.randrange(len(data) + 1)
    stretch = data[first : first + random.choice((1, 8, 60, 400))]
    return _put(data, random, stretch * random.choice((1, 2, 2, 30)))


def _moved(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    lines.insert(random.randrange(len(lines)), lines.pop(random.randrange(len(lines))))
    return b"\n".join(lines)


def _flipped(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + bytes(byte ^ (1 << random.randrange(8)) for byte in data[at : at + 1]) + data[at + 1 :]


def _joined(data: bytes, random: Random) -> bytes:
    """Take the line ends away around a place, as pasting does."""
    at = random.randrange(len(data) + 1)
    return data[:at] + data[at : at + 300].replace(b"\n", b" ") + data[at + 300 :]


_WAYS = (_piece, _piece, _piece, _replaced, _replaced, _left_out, _cut_off, _again, _moved, _flipped, _joined)
