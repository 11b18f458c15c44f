# SPDX-License-Identifier: MIT
"""Print the figures over the open pages, and each failure: python -m tests.reading.varied [--failures] [FORM…]."""

import sys

from tests.reading.varied.cases import closed_cases, open_cases
from tests.reading.varied.scoring import compared, found_in, mean_f1, said_by, score


def main(arguments: list[str]) -> None:
    """Print a table of the fields; `--failures` what each page missed and invented, `--closed` the third held out."""
    wanted = [argument for argument in arguments if not argument.startswith("--")]
    cases = closed_cases() if "--closed" in arguments else open_cases()
    cases = [case for case in cases if not wanted or any(case.name.startswith(name) for name in wanted)]
    drafts = [case.read() for case in cases]
    if "--pages" in arguments:
        print(*(f"===== {case.name}\n{case.text}" for case in cases), sep="\n")
    if "--failures" in arguments:
        for case, draft in zip(cases, drafts, strict=True):
            for field, (missed, invented, _) in sorted(
                compared(said_by(case.says), found_in(draft, case.says)).items()
            ):
                if missed or invented:
                    print(f"{case.name} ({case.suffix}): {field}: missed {sorted(missed)}, invented {sorted(invented)}")
    total = score((case.says, draft) for case, draft in zip(cases, drafts, strict=True))
    for field, count in sorted(total.items()):
        print(f"{field:24}{count.precision:8.3f}{count.f1:8.3f}{count.right + count.missed:7}")
    print(f"mean F1 {mean_f1(total):.3f} over {len(cases)} pages")


if __name__ == "__main__":
    main(sys.argv[1:])
