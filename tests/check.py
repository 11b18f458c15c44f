# SPDX-License-Identifier: MIT
"""Run every check that a change must pass: `python -m tests.check [STEP…]`.

The same command serves a developer and the continuous integration. The quick checks all run, so that one go shows
all there is to mend; the tests run only when they pass, and pytest's own closing line stands last.
"""

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
# Two processes halve the time on two cores; a file stays in one of them, so that its fixtures are made once.
STEPS: dict[str, tuple[str, ...]] = {
    "format": ("ruff", "format", "--check", "--quiet", "."),
    "lint": ("ruff", "check", "--quiet", "."),
    "types": ("basedpyright", "--pythonpath", sys.executable),
    "contracts": ("lint-imports", "--no-cache"),
    "tests": ("pytest", "-n", "2", "--dist", "loadfile"),
}


def main(names: list[str]) -> int:
    """Run the named steps, or all, in their order; give the number for the exit: 0 only when all passed."""
    unknown = sorted(set(names) - set(STEPS))
    if unknown:
        print(f"There is no step {', '.join(unknown)}. The steps are {', '.join(STEPS)}.", file=sys.stderr)
        return 2
    chosen = [name for name in STEPS if not names or name in names]
    failed = [name for name in chosen if name != "tests" and not passes(name)]
    if failed:
        print(f"Failed: {', '.join(failed)}." + (" The tests were not run." if "tests" in chosen else ""))
        return 1
    # Run last and with nothing printed after it.
    return run("tests", capture=False).returncode if "tests" in chosen else 0


def passes(name: str) -> bool:
    """Run one quick step and print a line on it: what it said only if it failed."""
    started = time.monotonic()
    done = run(name, capture=True)
    took = time.monotonic() - started
    if done.returncode:
        print(done.stdout.rstrip())
    print(f"{name:<10}{'FAILED' if done.returncode else 'passed'} {took:6.1f} s", flush=True)
    return not done.returncode


def run(name: str, *, capture: bool) -> subprocess.CompletedProcess[str]:
    """Run a step's program, that of this very environment, in the checkout's folder."""
    program, *arguments = STEPS[name]
    beside = Path(sys.executable).parent / program
    return subprocess.run(
        [str(beside), *arguments],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if capture else None,
        stderr=subprocess.STDOUT if capture else None,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
