# SPDX-License-Identifier: MIT
"""Every real file, hostile ones too: a draft or a sentence, soon, in little room, and nothing else touched.

All are read in one process of its own, watched by the system-call tracer where there is one.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("html", "hostile", "schedules")
MARK = "/reading-begins-here"
# What an interpreter needs of its system wherever it runs: shared libraries and the rules of time zones.
SYSTEM = (
    '"/etc/ld.so.cache"',
    '"/lib/',
    '"/lib64/',
    '"/usr/lib/',
    '"/usr/lib64/',
    '"/usr/share/zoneinfo/',
)
SECONDS, MEGABYTES = 2.0, 200
READ = """
import json, resource, sys, time
from pathlib import Path
from eqbrief.model import UserError
from eqbrief.reading import read_bytes, read_path

read_bytes(b"<p>Chair: Ann Egerton, Larkmoor Trust</p><p>4 May 2024</p>", "warm.html")
try:
    open(sys.argv[1])
except OSError:
    pass
for name in sys.stdin.read().splitlines():
    began = time.process_time()
    try:
        said = read_path(Path(name)).kind
    except UserError as error:
        said = f"{error.what} {error.next_step}"
    took = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"name": name, "said": said, "seconds": took, "megabytes": peak}), flush=True)
"""
CALL = re.compile(r"^\d+\s+(?P<name>\w+)\((?P<arguments>.*)")


@dataclass(frozen=True, slots=True)
class Run:
    """What reading the files printed, and the system calls it made from then on; None where nobody watched."""

    results: list[dict[str, object]]
    calls: list[tuple[str, str]] | None


def files(folder: Path) -> list[Path]:
    return sorted(path for name in FOLDERS for path in (folder / name).iterdir() if path.is_file())


def calls_in(trace: Path) -> Iterator[tuple[str, str]]:
    """Give the name and the arguments of each call behind the mark."""
    begun = False
    for line in trace.read_text(encoding="utf-8", errors="replace").splitlines():
        if begun and (match := CALL.match(line)):
            yield match["name"], match["arguments"]
        # The start of the process names the mark too.
        begun = begun or (MARK in line and "ENOENT" in line)


def run(paths: list[Path], trace: Path) -> Run:
    command = [sys.executable, "-c", READ, MARK]
    watched = ["strace", "-f", "-qq", "-e", "trace=network,openat,open,execve", "-o", str(trace)]
    can_watch = shutil.which("strace") and subprocess.run([*watched, "true"], capture_output=True).returncode == 0
    done = subprocess.run(
        [*(watched if can_watch else []), *command],
        input="\n".join(map(str, paths)),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    calls = list(calls_in(trace)) if can_watch else None
    return Run([json.loads(line) for line in done.stdout.splitlines()], calls)


@pytest.fixture(scope="module")
def whole_run(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Run]:
    """Keep the one run over all files, which every test here looks at."""
    return {}


@pytest.fixture
def ran(real_files: Path, whole_run: dict[str, Run], tmp_path: Path) -> Run:
    if "all" not in whole_run:
        whole_run["all"] = run(files(real_files), tmp_path / "trace.txt")
    return whole_run["all"]


def test_each_gives_a_draft_or_a_sentence(ran: Run, real_files: Path):
    assert len(ran.results) == len(files(real_files)) > 100
    for result in ran.results:
        said = str(result["said"])
        assert said in ("event", "listing", "other") or said.endswith("."), result


def test_each_is_read_soon_and_in_little_room(ran: Run):
    slow = [result for result in ran.results if float(str(result["seconds"])) > SECONDS]
    assert slow == []
    # The peak of the process only grows, so that its last figure is that of the largest file.
    assert int(str(ran.results[-1]["megabytes"])) < MEGABYTES


def test_nothing_is_asked_of_a_network_and_no_other_file_is_opened(ran: Run, real_files: Path):
    if ran.calls is None:
        pytest.skip("the system-call tracer is not here")
    assert [call for call in ran.calls if call[0] not in ("openat", "open")] == []
    ours = (f'"{real_files}/', f'"{ROOT}/', f'"{sys.prefix}/', f'"{sys.base_prefix}/', *SYSTEM)
    # A late import looks into each folder that modules may come from.
    ours += tuple(f'"{folder}"' for folder in sys.path if folder)
    opened = [arguments for _, arguments in ran.calls]
    assert len(opened) >= len(ran.results)
    assert [arguments for arguments in opened if not any(place in arguments for place in ours)] == []


def test_the_watch_sees_what_it_is_there_to_see(tmp_path: Path):
    trace = tmp_path / "trace.txt"
    lines = (
        f'1 execve("python", ["{MARK}"]) = 0',
        '1 openat(AT_FDCWD, "/etc/before", O_RDONLY) = 3',
        f'1 openat(AT_FDCWD, "{MARK}", O_RDONLY) = -1 ENOENT',
        "1 socket(AF_INET, SOCK_STREAM, 0) = 3",
        '1 openat(AT_FDCWD, "/etc/passwd", O_RDONLY) = 3',
    )
    trace.write_text("\n".join(lines), encoding="utf-8")
    assert [name for name, _ in calls_in(trace)] == ["socket", "openat"]
