# SPDX-License-Identifier: MIT
"""The long run: atheris drives the readers by the paths that inputs take, in a process of its own.

What it finds is kept as files in a folder, each fault once; it goes on after one.
"""

import json
import re
import sys
import traceback
import zlib
from pathlib import Path
from random import Random
from resource import RUSAGE_SELF, getrusage
from time import process_time
from typing import Any

SLOW_SECONDS, LARGE_MB = 2.0, 200
_OURS = "eqbrief"


class Watch:
    """Judges inputs, and keeps what is wrong with them, the slowest and the one that takes most room."""

    def __init__(self, folder: Path) -> None:
        from tests.reading.fuzzing.judging import NAMES, faults

        self._folder, self._judge, self._names = folder, faults, NAMES
        self.faults: dict[str, int] = {}
        self.slowest, self.grown, self.count = 0.0, 0, 0
        self._peak = peak_mb()

    def look(self, data: bytes) -> None:
        """Read an input as the program does, and note what is wrong."""
        name = self._names[zlib.crc32(data) % len(self._names)]
        self.count += 1
        # What is not the same twice shows soon enough when every fourth is read twice.
        times = 2 if self.count % 4 == 0 else 1
        before = process_time()
        try:
            found = {
                re.split(" is |: ", re.sub(r"\d+", "0", fault))[0] for fault in self._judge(data, name, times=times)
            }
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what was looked for
            found = {_place_of(error)}
        took, grown = (process_time() - before) / times, peak_mb() - self._peak
        if took > SLOW_SECONDS:
            found.add("slow")
        if grown > LARGE_MB:
            found.add("large")
        for fault in found:
            if fault not in self.faults:
                self._keep(f"fault-{len(self.faults)}", data)
            self.faults[fault] = self.faults.get(fault, 0) + 1
        if took > self.slowest:
            self.slowest = took
            self._keep("slowest", data)
        self.grown, self._peak = max(self.grown, grown), peak_mb()
        if found or self.count % 500 == 0:
            self.tell()

    def tell(self) -> None:
        """Write down what is known so far; a fuzzer ends without a word."""
        known = {"inputs": self.count, "slowest_seconds": round(self.slowest, 3), "peak_mb": peak_mb()}
        text = json.dumps({**known, "most_grown_mb": self.grown, "faults": self.faults}, indent=1)
        (self._folder / "found.json").write_text(text, encoding="utf-8")

    def _keep(self, name: str, data: bytes) -> None:
        (self._folder / name).write_bytes(data)


def peak_mb() -> int:
    """Give the most room that this process ever took, in megabytes."""
    return getrusage(RUSAGE_SELF).ru_maxrss // 1024


def _place_of(error: BaseException) -> str:
    """Name an exception by what it is and the last line of ours that it passed."""
    steps = traceback.extract_tb(error.__traceback__)
    ours = next((step for step in reversed(steps) if f"/{_OURS}/" in step.filename), steps[-1])
    return f"{type(error).__name__} in {Path(ours.filename).name}:{ours.lineno} {ours.name}"


def fuzz(atheris: Any, folder: Path, arguments: list[str]) -> None:
    """Run the fuzzer until its time is over; it does not come back. `arguments` are libFuzzer's own."""
    with atheris.instrument_imports(include=["eqbrief.reading", "eqbrief.files", "eqbrief.model"]):
        import eqbrief.reading  # noqa: F401
    from tests.reading.fuzzing.mutating import mutated

    watch = Watch(folder)

    def change(data: bytes, most: int, seed: int) -> bytes:
        """Change an input by the pieces of its form, or as the fuzzer would by itself."""
        random = Random(seed)
        return mutated(data, random, most=most) if random.random() < 0.6 else bytes(atheris.Mutate(data, most))

    atheris.Setup([sys.argv[0], *arguments], watch.look, custom_mutator=change)
    atheris.Fuzz()
