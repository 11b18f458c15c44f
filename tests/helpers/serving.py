# SPDX-License-Identifier: MIT
"""A web server of the test's own on this machine: what it answers by path, and what it was asked."""

import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PROXIES = ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "ftp_proxy")
"""By which the environment names a proxy, in small letters or in capitals."""


@dataclass
class Asked:
    """One request: its path (a whole address where the server was asked as a proxy) and its headers."""

    path: str
    headers: dict[str, str]


Does = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Site:
    """What the server answers. `answers` by path; one that is not there is 404. `names` were asked for over https."""

    port: int
    answers: dict[str, Does] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)
    scheme: str = "http"
    names: list[str | None] = field(default_factory=list)

    def at(self, path: str, host: str = "127.0.0.1") -> str:
        """Give the whole address of a path."""
        return f"{self.scheme}://{host}:{self.port}{path}"

    def put(self, path: str, data: bytes = b"", status: int = 200, **headers: str) -> str:
        """Let a path answer with these bytes; `content_type="text/plain"` becomes a header. Give its address."""

        def answer(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            for name, value in {
                "Content-Type": "text/html",
                "Content-Length": str(len(data)),
                **_titled(named),
            }.items():
                request.send_header(name, value)
            request.end_headers()
            request.wfile.write(data)

        self.answers[path] = answer
        return self.at(path)

    def send_on(self, path: str, to: str, status: int = 302) -> str:
        """Let a path redirect. Give its address."""
        return self.put(path, b"", status, location=to)


def _titled(headers: dict[str, str]) -> dict[str, str]:
    return {name.title(): value for name, value in headers.items()}


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[Site]:
    """Serve until the block ends; with a certificate (and its key in the same file) as https."""
    site = Site(0, scheme="https" if certificate else "http")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 20

        def do_GET(self) -> None:
            site.asked.append(Asked(self.path, {name.casefold(): value for name, value in self.headers.items()}))
            answer = site.answers.get(self.path)
            if answer is None:
                self.send_error(404)
                return
            try:
                answer(self)
            except OSError:
                self.close_connection = True  # whoever asked has gone

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        daemon_threads = False  # closing waits for the answers that are under way

        def handle_error(self, request: object, client_address: object) -> None:
            """Say nothing: a client that goes away in the middle is what some tests are about."""

    server = Server(("127.0.0.1", 0), Handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        context.sni_callback = lambda _socket, name, _context: site.names.append(name)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    site.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield site
    finally:
        site.ended.set()
        server.shutdown()
        server.server_close()
        thread.join()
