# SPDX-License-Identifier: MIT
"""Fuzz the readers by coverage: `python -m tests.reading.fuzzing --seconds 900 [--keep FOLDER]`; prints what it found.

It starts from the made-up files of the tests and, where EQBRIEF_TEST_DATA names a folder, from real ones. Each fault
is kept once as a file in the folder, the slowest input beside it.
"""

import argparse
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
from hashlib import sha1
from pathlib import Path

_LONGEST = 10_000
_CHILD = "--in-this-process"
_STATE = re.compile(r"#(\d+).*?cov: (\d+) ft: (\d+) corp: (\d+)/(\S+).*?exec/s: (\d+)")


def main(arguments: list[str]) -> int:
    """Run the fuzzer as a child and tell what came of it; 1 where it found a fault."""
    if importlib.util.find_spec("atheris") is None:
        print("This needs atheris, which is no part of the development tools: pip install atheris", file=sys.stderr)
        return 2
    options = argparse.ArgumentParser(prog="python -m tests.reading.fuzzing")
    options.add_argument("--seconds", type=int, default=60)
    options.add_argument("--keep", type=Path, default=None, help="a folder for what is found, and for its inputs")
    given = options.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or Path(scratch)
        return _run(folder, given.seconds)


def _run(folder: Path, seconds: int) -> int:
    inputs = folder / "inputs"
    inputs.mkdir(parents=True, exist_ok=True)
    seeds = _seeds()
    for data in seeds:
        (inputs / sha1(data, usedforsecurity=False).hexdigest()).write_bytes(data)
    command = [sys.executable, "-m", "tests.reading.fuzzing", _CHILD, str(folder)]
    command += [f"-max_total_time={seconds}", f"-max_len={_LONGEST}", "-timeout=120", "-rss_limit_mb=2048"]
    command += [f"-artifact_prefix={folder}/", str(inputs)]
    log = folder / "log.txt"
    with log.open("w", encoding="utf-8") as file:
        code = subprocess.run(command, stdout=file, stderr=subprocess.STDOUT, check=False).returncode
    states = _STATE.findall(log.read_text(encoding="utf-8", errors="replace"))
    found = folder / "found.json"
    if not states or not found.exists():
        print(log.read_text(encoding="utf-8", errors="replace")[-3000:], file=sys.stderr)
        return 2
    runs, edges, features, corpus, size, rate = states[-1]
    print(f"{runs} runs in {seconds} s ({rate} a second); {len(seeds)} files to start from")
    print(f"edges {edges}, features {features} (at first {states[0][2]}), corpus {corpus} files of {size}")
    told = json.loads(found.read_text(encoding="utf-8"))
    print(json.dumps(told, indent=1, ensure_ascii=False))
    if code:
        print(f"The fuzzer ended with {code}: {log}")
    return 1 if code or told["faults"] else 0


def _seeds() -> list[bytes]:
    from tests.reading.fuzzing.seeds import drawn, made_up, real

    named = os.environ.get("EQBRIEF_TEST_DATA", "")
    files = made_up() | drawn() | (real(Path(named), _LONGEST) if named else {})
    return [data for data in files.values() if len(data) <= _LONGEST]


def _child(folder: Path, arguments: list[str]) -> None:
    import atheris

    from tests.reading.fuzzing.running import fuzz

    fuzz(atheris, folder, arguments)


if __name__ == "__main__":
    if sys.argv[1:2] == [_CHILD]:
        _child(Path(sys.argv[2]), sys.argv[3:])
    else:
        sys.exit(main(sys.argv[1:]))
