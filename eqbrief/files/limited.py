# SPDX-License-Identifier: MIT
"""A child process for work that may crash, hang or swell: it has limits of time and memory, and is killed whole.

It is asked with one line of JSON and answers with one, which bytes may follow (a picture). Limits are the system's on
POSIX; on Windows, where a pipe cannot be waited for, each request has a process of its own and only its time is
limited. On Windows not yet tried.
"""

import json
import os
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, Any

MEMORY_LIMIT = 480 << 20
"""The most memory of a child in bytes, all that it maps counted."""
ANSWER_LIMIT = 96 << 20
"""The longest answer in bytes."""
MOST_REQUESTS = 50
"""How many requests one process takes before a fresh one follows, so that what leaks stays small."""

_DATA = "bytes that follow"
_START = "import sys; sys.path.insert(0, sys.argv[1]); from {module} import main; main()"
_ROOT = Path(__file__).resolve().parents[2]


class TooSlow(Exception):
    """The child did not answer in time and was killed."""


class Crashed(Exception):
    """The child ended without an answer, or gave one that is none."""


class Child:
    """A process that runs `main()` of a module of this program, started when it is first asked and kept for more.

    Whoever makes one closes it; a thread at a time may ask.
    """

    def __init__(self, module: str, most_requests: int | None = None) -> None:
        self._module = module
        self._most = most_requests
        self._process: subprocess.Popen[bytes] | None = None
        self._requests = 0

    def ask(self, request: dict[str, Any], seconds: float) -> dict[str, Any]:
        """Send a request and give the answer.

        Raises:
            TooSlow: when there is none after so many seconds.
            Crashed: when the process ended, or answered with more than `ANSWER_LIMIT` or with no JSON.
        """
        return self.ask_with_data(request, seconds)[0]

    def ask_with_data(self, request: dict[str, Any], seconds: float) -> tuple[dict[str, Any], bytes]:
        """Send a request and give the answer with the bytes that follow it. Raises as `ask`."""
        line = json.dumps(request).encode("ascii") + b"\n"
        try:
            answer = self._ask_once(line, seconds) if sys.platform == "win32" else self._ask(line, seconds)
            head, _, data = answer.partition(b"\n")
            plain = json.loads(head)
        except ValueError as error:
            self.close()
            raise Crashed("no answer that can be understood") from error
        except BaseException:
            # Also when the person stops it: what is half asked would be taken for the next answer.
            self.close()
            raise
        if not isinstance(plain, dict):
            self.close()
            raise Crashed("no answer that can be understood")
        return plain, data  # pyright: ignore[reportUnknownVariableType]

    def start(self) -> None:
        """Start the process ahead of the first request, and do not wait for it."""
        if self._process is None and sys.platform != "win32":
            self._process = _start(self._module)

    def interrupt(self) -> None:
        """End the process from another thread: whoever is asking gets `Crashed` at once, and closes the rest."""
        process = self._process
        if process is not None and process.poll() is None:
            kill_whole(process)

    def close(self) -> None:
        """End the process with all that it started."""
        process, self._process, self._requests = self._process, None, 0
        if process is None:
            return
        kill_whole(process)
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                _close(pipe)

    def _ask(self, line: bytes, seconds: float) -> bytes:
        most = MOST_REQUESTS if self._most is None else self._most
        if self._requests >= most or (self._process is not None and self._process.poll() is not None):
            self.close()
        process = self._process = self._process or _start(self._module)
        self._requests += 1
        assert process.stdin is not None and process.stdout is not None
        try:
            process.stdin.write(line)
            process.stdin.flush()
        except OSError as error:
            raise Crashed("it ended before it was asked") from error
        return _read_answer(process.stdout.fileno(), time.monotonic() + seconds)

    def _ask_once(self, line: bytes, seconds: float) -> bytes:
        process = self._process = _start(self._module)
        try:
            answer, _ = process.communicate(line, timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise TooSlow from error
        finally:
            self.close()
        head, mark, data = answer.partition(b"\n")
        if not mark or len(data) != _data_size(head):
            raise Crashed("it ended without an answer")
        return answer


def limit_myself(cpu_seconds: float) -> None:
    """Limit this process from now on: its memory, so many seconds of work more, nothing written, no core dump."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hardest = resource.getrlimit(resource.RLIMIT_CPU)
    seconds = int(used.ru_utime + used.ru_stime + cpu_seconds) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, hardest))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    if sys.platform == "linux":
        # macOS does not keep to it.
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))


def serve(answer: Any) -> None:
    """Answer requests from standard input until there are no more.

    `answer` makes one dictionary of another, or a pair of a dictionary and the bytes that follow it.
    """
    out = sys.stdout.buffer
    for line in sys.stdin.buffer:
        answered = answer(json.loads(line))
        plain, data = answered if isinstance(answered, tuple) else (answered, b"")  # pyright: ignore
        if data:
            plain = {_DATA: len(data), **plain}  # pyright: ignore
        out.write(json.dumps(plain, ensure_ascii=True).encode("ascii") + b"\n")
        out.write(data)  # pyright: ignore
        out.flush()


def _start(module: str) -> "subprocess.Popen[bytes]":
    # -P: a module that lies in the current folder is not ours.
    return subprocess.Popen(
        [sys.executable, "-P", "-c", _START.format(module=module), str(_ROOT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _read_answer(pipe: int, until: float) -> bytes:
    """Read a line, and as many bytes after it as it names."""
    pieces: list[bytes] = []
    size, wanted = 0, 0
    while True:
        ready, _, _ = select.select([pipe], [], [], max(until - time.monotonic(), 0))
        if not ready:
            raise TooSlow
        piece = os.read(pipe, 1 << 20)
        size += len(piece)
        if not piece or size > ANSWER_LIMIT:
            raise Crashed("it ended without an answer" if not piece else "its answer is too long")
        pieces.append(piece)
        if not wanted and (at := piece.find(b"\n")) >= 0:
            head = b"".join(pieces)[: size - len(piece) + at]
            wanted = len(head) + 1 + _data_size(head)
        if wanted and size >= wanted:
            return b"".join(pieces)


def _data_size(head: bytes) -> int:
    """Give how many bytes follow an answer, which says so first of all."""
    named = re.match(rb'\{"' + _DATA.encode("ascii") + rb'": (\d{1,12})[,}]', head)
    return int(named[1]) if named else 0


def kill_whole(process: "subprocess.Popen[bytes]") -> None:
    """End a process that has a group of its own, with all that it started."""
    if sys.platform == "win32":
        process.kill()
        return
    try:
        # The group is its own, and there until the process was waited for.
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        process.kill()


def _close(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:
        # What was still to be sent has nobody to go to.
        return
