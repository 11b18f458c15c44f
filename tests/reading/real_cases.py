# SPDX-License-Identifier: MIT
"""What saved pages of the real files state, noted from the pages themselves before the rules were mended for them.

Facts only, keyed by the file's name. What a page leaves open is left out here and not compared.
"""

from typing import Any

NOBODY: list[str] = []

# Pages that carry events as data: JSON-LD, microdata, hCalendar.
STATED: dict[str, dict[str, Any]] = {
    "cs_cook_landbank_detail.html": {
        "kind": "event",
        "title": "CCLBA Land Transactions Committee",
        "publisher": "Cook County Land Bank Authority",
        "starts_at": "2019-09-13T10:00",
        "published_on": None,
        "people": NOBODY,
    },
    "cs_cook_landbank_list.html": {
        "kind": "listing",
        "publisher": "Cook County Land Bank Authority",
        "starts_at": None,
        "people": NOBODY,
        "events": 9,
        "first": ("CCLBA Data & Marketing Committee", "2019-09-18T10:00", "2019-09-18T11:00"),
    },
    "cs_ssa43_detail.html": {
        "kind": "event",
        "title": "Devon Avenues SSA #43 Commissioners Meeting",
        "publisher": "RPBA",
        "starts_at": "2019-09-16T14:30",
        "ends_at": "2019-09-16T16:30",
        "timezone": "CDT",
        "people": NOBODY,
    },
    "cs_ssa54_detail.html": {
        "kind": "event",
        "title": "Sheridan Road SSA #54 Commissioners Meeting",
        "publisher": "RPBA",
        "starts_at": "2019-11-14T08:30",
        "ends_at": "2019-11-14T09:30",
        "timezone": "CST",
        "people": NOBODY,
    },
    "de_wehranlage_horka_event.html": {
        "kind": "event",
        "title": "Historischer Markt",
        "language": "de",
        "starts_at": "2012-05-13T11:00",
        "ends_at": "2012-05-13T18:00",
        "published_on": None,
        "people": NOBODY,
    },
    "hcalendar_ampm.html": {"kind": "event", "title": "The 4th Microformat party", "starts_at": "2009-06-26T19:00"},
    "hcalendar_combining.html": {
        "kind": "event",
        "title": "IndieWebCamp 2012",
        "starts_at": "2012-06-30",
        "ends_at": "2012-07-01",
        "people": NOBODY,
    },
    "schemaorg_event_003.html": {
        "kind": "event",
        "title": "Typhoon with Radiation City",
        "publisher": None,
        "starts_at": "2013-09-14T21:30",
        "ends_at": None,
        "people": NOBODY,
    },
    "schemaorg_event_008.html": {
        "kind": "event",
        "title": "Julius Caesar at Shakespeare's Globe",
        "publisher": None,
        "starts_at": "2014-10-01T19:30",
        "ends_at": None,
        "people": NOBODY,
    },
    "songkick_elysian_fields.html": {
        "kind": "listing",
        "title": "Elysian Fields",
        "publisher": "Songkick",
        "starts_at": None,
        "people": NOBODY,
        "events": 4,
        "first": ("Elysian Fields", "2016-10-27T20:30", None),
    },
    "songkick_elysian_fields_1.html": {
        "kind": "listing",
        "title": "Elysian Fields",
        "events": 4,
        "first": ("Elysian Fields", "2016-10-27T20:30", None),
    },
    "songkick_years_and_years.html": {
        "kind": "listing",
        "title": "Years & Years",
        "people": NOBODY,
        "events": 12,
        "first": ("Years & Years", "2015-10-21T19:00", None),
    },
    "songkick_jsonld_empty_item.html": {
        "kind": "other",
        "title": "53 Keto-Friendly Diet Recipes",
        "publisher": "Taste of Home",
        "starts_at": None,
        "people": NOBODY,
    },
    "de_fischundfang_events.html": {
        "kind": "other",
        "title": "Radical Pop-Ups und Dips",
        "publisher": "FISCH & FANG",
        "published_on": "2022-01-28",
        "people": NOBODY,
    },
    "saved_from_url_greentech_live.html": {
        "kind": "other",
        "title": "Energiesparen bei Cern: Teilchenbeschleuniger macht Winterpause",
        "published_on": "2022-12-06",
        "people": NOBODY,
    },
    "saved_from_url_infobae.html": {
        "kind": "other",
        "title": "El Nobel de la Paz ruso, Dmitry Muratov, advirtió que el régimen de Vladimir Putin podría utilizar "
        "armas nucleares en Ucrania",
        "publisher": "infobae",
        "language": "es",
        "published_on": "2022-05-03",
        "people": NOBODY,
    },
}

# Pages that are to be read by what they show.
SHOWN: dict[str, dict[str, Any]] = {
    "cs_adcrc.html": {"kind": "other", "title": "Meetings", "starts_at": None, "people": NOBODY},
    "cs_commerce_detail.html": {
        "kind": "event",
        "title": "Regular Open Meeting",
        "starts_at": "2023-12-14T11:30",
        "people": NOBODY,
    },
    "cs_police_dc001.html": {
        "kind": "other",
        "title": "District Council 001",
        "published_on": None,
        "people": NOBODY,
        "events": 0,
    },
    "cs_ssa1.html": {
        "kind": "other",
        "title": "State Street Commission",
        "publisher": "Loop Chicago",
        "published_on": None,
        "people": NOBODY,
    },
    "cs_transit_board.html": {
        "kind": "listing",
        "title": "Board Meeting Notices, Agendas & Minutes",
        "people": NOBODY,
        "events": 23,
        "first": ("Employee Retirement Review Committee Meeting", "2018-06-15T14:00", None),
    },
    "de_gruen_digital_jahrestagung.html": {
        "kind": "event",
        "title": "Digitalpolitische Jahrestagung 2015 der Heinrich-Böll-Stiftung Baden-Württemberg",
        "starts_at": "2015-01-31T10:00",
        "ends_at": "2015-01-31T17:00",
        "published_on": "2015-01-15",
        "among": ["Miriam Janke", "Caja Thimm", "Theresia Bauer", "Sabine Trepte", "Josephine Schmitt",
                  "Nikolaus Huss", "Gregor J. Mayer", "Benjamin Hechler", "Anne Wizorek", "Pia Schellhammer",
                  "Klaus Linsenmeier", "Gerd Manthey"],
    },
    "de_taucher_messe.html": {
        "kind": "other",
        "title": "Boot Tulln 2022 abgesagt",
        "published_on": "2022-01-24",
        "people": NOBODY,
        "events": 0,
    },
    "pycon2011_schedule.html": {
        "starts_at": "2011-03-09",
        "ends_at": "2011-03-17",
        "among": ["Guido van Rossum", "Hilary Mason"],
    },
    "pycon2011_talk_101.html": {
        "kind": "event",
        "title": "Swarming the Web: Evolving the Perfect Config File",
        "starts_at": "2011-03-12T14:55",
        "ends_at": "2011-03-12T15:25",
        "among": ["Kurt Grandis"],
    },
    "pycon2013_talk_106.html": {
        "title": "Messaging at Scale at Instagram",
        "publisher": "PyCon US 2013",
        "starts_at": None,
        "published_on": None,
        "among": ["Rick Branson"],
    },
    "pycon2015_talk_393.html": {
        "title": "Describing Descriptors",
        "starts_at": None,
        "published_on": None,
        "among": ["Laura Rupprecht"],
    },
    "pycon2018_talk_136.html": {
        "title": "Python Performance Investigation by Example",
        "starts_at": None,
        "published_on": None,
        "among": ["Matt Davis"],
    },
    "pycon2021_talk_45.html": {
        "kind": "event",
        "title": "Sponsor Workshops: Elastic: Searchable Django Applications with Elastic App Search",
        "starts_at": None,
        "people": ["Seth Michael Larson"],
    },
    "pycon2024_talk_133.html": {
        "kind": "event",
        "title": "Charlas: Proyecto Centinela: Seguridad en el hogar usando Raspberry Pi y Tensorflow",
        "starts_at": "2024-05-18T17:00",
        "ends_at": "2024-05-18T17:30",
        "people": ["Monica Limachi"],
    },
    "pycon2025_schedule.html": {
        "kind": "event",
        "starts_at": "2025-05-14T09:00",
        "title": "Conference Schedule",
        "publisher": "PyCon US 2025",
        "published_on": None,
        "no organisations": True,
    },
    "pycon2025_talk_137.html": {
        "kind": "event",
        "title": "Metaclasses Demystified",
        "publisher": "PyCon US 2025",
        "starts_at": "2025-05-17T17:00",
        "ends_at": "2025-05-17T17:30",
        "people": ["Jason C. McDonald"],
    },
    "w3c_blockchain_report.html": {
        "kind": "other",
        "title": "Blockchains and the Web Report",
        "people": NOBODY,
        "starts_at": None,
    },
    "w3c_blockchain_workshop.html": {
        "kind": "event",
        "title": "Blockchains and the Web",
        "starts_at": "2016-06-29T08:00",
        "ends_at": "2016-06-30T17:00",
        # Not the committee, nor the hundred who attended.
        "among": ["Arvind Narayanan", "Wendy Seltzer", "Doug Schepers", "Bailey Reutzel", "Dazza Greenwood"],
    },
    "qutebrowser_complex.mht": {
        "kind": "other",
        "title": "Welcome to the qutebrowser mhtml test page",
        "starts_at": None,
        "people": NOBODY,
    },
    "tika_firefox.mhtml": {"kind": "other", "title": "Aperture", "starts_at": None, "people": NOBODY},
    "tika_safari.webarchive": {
        "kind": "other",
        "title": "Apache Tika - a content analysis toolkit",
        "publisher": "The Apache Software Foundation",
        "starts_at": None,
        "people": NOBODY,
    },
}  # fmt: skip
