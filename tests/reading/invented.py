# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - a page's lines are as long as they are
"""Pages of events that never were, as text, with what each of them says. Other forms are made of them by `forms`."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Case:
    """A page's text, and what reading it must find; fields that are not named are not compared."""

    name: str
    text: str
    says: dict[str, object]
    people: list[tuple[str, str, list[str], list[str]]] = field(default_factory=list)


PANEL = Case(
    "panel",
    """\
PennywickNetwork homepage

Kinder rotas for people who work at night

27 March 2023

Notes from our Fair Shifts programme webinar, held on Monday 20 March 2023.

  • Flexible working
  • Staff wellbeing

Download event slides $Presentation 200323 1.4 MB

Chair

  • Imogen Thistlewood – director of rotas and rest, Pennywick Network

Panellists:

  • Dr Rafiq Umberley OBE – head of rostering & ward matron, NHS Wexcombe, Thornbury and Lyme (WTL) Integrated Care Board (ICB)
  • Sorcha Vantongeren – deputy lead for sleep, food and travel, NHS Wexcombe, Thornbury and Lyme ICB

Night staff told the network that a rota known six weeks ahead matters more to them than its pattern, and three wards set out to see whether that could be arranged without a single new post.

Hear Rafiq Umberley explain how the wards let each team draw up its own rota, what went wrong in the first month, and why nobody wanted to go back when the trial was over.

Listen to the panel Q&A where they answered questions on:

  • How the first ward was chosen.
  • What a team does when nobody wants a Friday.
  • Whether agency costs fell, and for whom.
""",
    {
        "kind": "event",
        "title": "Kinder rotas for people who work at night",
        "publisher": "Pennywick Network",
        "series": "Fair Shifts programme",
        "language": "en",
        "published_on": "2023-03-27",
        "starts_at": "2023-03-20",
        "topics": ("Flexible working", "Staff wellbeing"),
        "decks": [("Presentation 200323", 1_400_000)],
        "questions": (
            "How the first ward was chosen.",
            "What a team does when nobody wants a Friday.",
            "Whether agency costs fell, and for whom.",
        ),
        "summary": "Notes from our Fair Shifts programme webinar, held on Monday 20 March 2023.",
    },
    [
        ("Imogen Thistlewood", "chair", ["director of rotas and rest"], ["Pennywick Network"]),
        (
            "Rafiq Umberley",
            "panellist",
            ["head of rostering", "ward matron"],
            ["NHS Wexcombe, Thornbury and Lyme (WTL) Integrated Care Board (ICB)"],
        ),
        (
            "Sorcha Vantongeren",
            "panellist",
            ["deputy lead for sleep, food and travel"],
            ["NHS Wexcombe, Thornbury and Lyme ICB"],
        ),
    ],
)

DEBATE = Case(
    "debate",
    """\
Who pays for the last mile of care?

Date : 04 April 2019

Event Time : 1.30-5.30pm

Venue : Corn Hall, Mercer Street, Larkmoor

Local care costs more each year. The debate asked who should answer for it.

Speakers

  • Anita Lowell-Finch - Editor, Care Gazette (debate chair)
  • Cllr Ben Oseibonsu - Leader, Calder Vale Borough Council
  • Prof. Ines Duarte-Lyle PhD FRCP - Professor of Health Policy, University of Larkmoor and Trustee, Open Wards

Topics

  • Funding
  • Local government
""",
    {
        "kind": "event",
        "title": "Who pays for the last mile of care?",
        "starts_at": "2019-04-04T13:30",
        "ends_at": "2019-04-04T17:30",
        "topics": ("Funding", "Local government"),
        "published_on": None,
    },
    [
        ("Anita Lowell-Finch", "chair", ["Editor"], ["Care Gazette"]),
        ("Ben Oseibonsu", "speaker", ["Leader"], ["Calder Vale Borough Council"]),
        (
            "Ines Duarte-Lyle",
            "speaker",
            ["Professor of Health Policy", "Trustee"],
            ["University of Larkmoor", "Open Wards"],
        ),
    ],
)

AGENDA = Case(
    "agenda",
    """\
Forms that answer back: a morning for service teams

Tuesday, February 13, 2018 10:00 AM – 12:00 PM ET

Agenda

10:00 a.m.\tWelcome

10:05 a.m.\tOpening Remarks

  • Anahita Rowell, GSA’s Chief Customer Officer

10:15 a.m.\tPanel Discussion: what a form costs

  • Moderators: Anne Egerton and Megan Fellows, GSA
  • Panelist: Chelsea Dangerfield, Agency of Odd Affairs (AOA)

11:30 a.m.\tWrap Up

  • Simchah Suvey-Brook, GSA
""",
    {
        "kind": "event",
        "starts_at": "2018-02-13T10:00",
        "ends_at": "2018-02-13T12:00",
        "timezone": "ET",
        "sessions": [
            ("Welcome", "2018-02-13T10:00"),
            ("Opening Remarks", "2018-02-13T10:05"),
            ("Panel Discussion: what a form costs", "2018-02-13T10:15"),
            ("Wrap Up", "2018-02-13T11:30"),
        ],
    },
    [
        ("Anahita Rowell", "speaker", ["Chief Customer Officer"], ["GSA"]),
        ("Anne Egerton", "moderator", [], ["GSA"]),
        ("Megan Fellows", "moderator", [], ["GSA"]),
        ("Chelsea Dangerfield", "panellist", [], ["Agency of Odd Affairs (AOA)"]),
        ("Simchah Suvey-Brook", "speaker", [], ["GSA"]),
    ],
)

PROSE = Case(
    "prose",
    """\
Reading the numbers: a webinar for beginners

Wednesday, April 24, 2019 2:00 PM – 3:00 PM ET

In this webinar, Tim Lowdenham, program manager for the Lark Analytics Program (LAP), will give a short introduction to the tool, and say where it is no help at all. Attendees will learn:

  • How to open the tool
  • What it counts, and what it does not

View the slides from this presentation. (PDF, 163.9 KB, 15 pages)

Topics

  • analytics
""",
    {
        "kind": "event",
        "title": "Reading the numbers: a webinar for beginners",
        "starts_at": "2019-04-24T14:00",
        "questions": (),
        "decks": [("View the slides from this presentation.", 163_900)],
        "topics": ("analytics",),
    },
    [("Tim Lowdenham", "speaker", ["program manager"], ["Lark Analytics Program (LAP)"])],
)

CASES = (PANEL, DEBATE, AGENDA, PROSE)

NEWS = """\
Our first lunch with the night staff!

Larkmoor Alliance

21 February 2020

We ran our first lunch for night staff on Wednesday 19th February and it went down a storm! Chris Mainwaring facilitated a session that was attended by 72 people, and we asked everybody what they wanted to hear next.

We also wanted to know what people thought of the room. Finally, we would like to thank Chris Mainwaring for the idea.
"""

LISTING = """\
Ready to Serve webinars: resources

No.\tTitle\tDate

Duties of a member
Thursday 12 October 2023
4.00 pm
Presented by Alan Brodick (Manager, Council Standards, Office of Odd Affairs), an hour on what the job asks of you.

Running a good meeting
Thursday 19 October 2023
4.00 pm
Presented by Leila Sanzio (Principal Adviser, Office of Odd Affairs), an hour on agendas, motions and minutes.
"""
