# SPDX-License-Identifier: MIT
"""A file that a server of the test's own offers as a site does: by ranges, or as one that breaks, stalls or lies."""

from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler

from tests.helpers.serving import Site

_SLICE = 1 << 16


@dataclass
class Offer:
    """How a file is answered for. `cuts`: after how many bytes each of the first answers breaks off.

    `stalls`: the same, but the line stays open and nothing more comes. `refusals`: the statuses of the first answers.
    `pace_s`: seconds between two slices of 64 KB.
    """

    data: bytes
    tag: str | None = '"one"'
    ranges: bool = True
    cuts: list[int] = field(default_factory=list)
    stalls: list[int] = field(default_factory=list)
    refusals: list[int] = field(default_factory=list)
    says_length: bool = True
    pace_s: float = 0
    headers: dict[str, str] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def on(self, site: Site, path: str) -> str:
        """Offer it at a path, and give its address."""
        site.answers[path] = lambda request: self.answer(request, site)
        return site.at(path)

    def fresh(self) -> "Offer":
        """Give one that behaves alike and was not asked yet."""
        lists = {name: [*getattr(self, name)] for name in ("cuts", "stalls", "refusals")}
        return replace(self, **lists, asked=[])

    def answer(self, request: BaseHTTPRequestHandler, site: Site) -> None:
        """Answer one request."""
        wanted = request.headers.get("Range", "")
        self.asked.append(wanted)
        if self.refusals:
            self._refuse(request, self.refusals.pop(0))
            return
        begin = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and self.ranges else 0
        if request.headers.get("If-Range") not in (None, self.tag):
            begin = 0
        request.send_response(206 if begin else 200)
        for name, value in self._headers(begin).items():
            request.send_header(name, value)
        request.end_headers()
        ends = self.cuts.pop(0) if self.cuts else None
        stalls = self.stalls.pop(0) if self.stalls else None
        last = begin + min(one for one in (ends, stalls, len(self.data)) if one is not None)
        for at in range(begin, last, _SLICE):
            request.wfile.write(self.data[at : min(at + _SLICE, last)])
            if self.pace_s and site.ended.wait(self.pace_s):
                break
        if stalls is not None:
            request.wfile.flush()
            site.ended.wait(10)
        request.close_connection = ends is not None or stalls is not None or not self.says_length

    def _headers(self, begin: int) -> dict[str, str]:
        headers = {"Content-Type": "application/octet-stream"}
        if self.says_length:
            headers["Content-Length"] = str(len(self.data) - begin)
        else:
            headers["Connection"] = "close"
        if self.tag:
            headers["ETag"] = self.tag
        if begin:
            headers["Content-Range"] = f"bytes {begin}-{len(self.data) - 1}/{len(self.data)}"
        return headers | self.headers

    def _refuse(self, request: BaseHTTPRequestHandler, status: int) -> None:
        request.send_response(status)
        for name, value in {"Content-Length": "0", **self.headers}.items():
            request.send_header(name, value)
        request.end_headers()
