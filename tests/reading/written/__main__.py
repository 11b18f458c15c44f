# SPDX-License-Identifier: MIT
"""Print the figures over the written pages: python -m tests.reading.written [--failures] [--closed|--all] [FOLDER]."""

import sys
from pathlib import Path

from tests.reading.varied.calibration import graded, shares
from tests.reading.varied.scoring import compared, found_in, mean_f1, said_by, score
from tests.reading.written.pages import FOLDER, is_held_out, written_cases


def main(arguments: list[str]) -> None:
    """Print a table of the fields; `--failures` what each page missed and invented, `--closed` the third held out."""
    folder = next((Path(argument) for argument in arguments if not argument.startswith("--")), FOLDER)
    closed = "--closed" in arguments
    cases = [case for case in written_cases(folder) if "--all" in arguments or is_held_out(case) == closed]
    drafts = [case.read() for case in cases]
    if "--failures" in arguments:
        for case, draft in zip(cases, drafts, strict=True):
            found = compared(said_by(case.says), found_in(draft, case.says))
            for field, (missed, invented, _) in sorted(found.items()):
                if missed or invented:
                    print(f"{case.name} ({case.suffix}): {field}: missed {sorted(missed)}, invented {sorted(invented)}")
    total = score((case.says, draft) for case, draft in zip(cases, drafts, strict=True))
    for field, count in sorted(total.items()):
        print(f"{field:24}{count.precision:8.3f}{count.f1:8.3f}{count.right + count.missed:7}")
    grades = [one for case, draft in zip(cases, drafts, strict=True) for one in graded(case.says, draft)]
    sure, doubted = shares(grades)
    print(f"mean F1 {mean_f1(total):.3f} over {len(cases)} pages; sure {sure}, doubted {doubted}")


if __name__ == "__main__":
    main(sys.argv[1:])
