# SPDX-License-Identifier: MIT
# ruff: noqa: E501, SIM905 - lists of words are as long as they are
"""The invented stock that pages are drawn from: names, posts, bodies, titles, prose. Nobody and nothing here exists."""

# fmt: off
GIVEN = (
    "Imogen Rafiq Sorcha Tobias Anneke Babajide Ceridwen Dmitri Eilidh Farouk Ginevra Hamish Ifeoma Joaquín Keiko Lorcan "
    "Mireille Nkechi Oluwaseun Perpetua Quentin Rosalind Sanjay Thandiwe Ursula Vikram Wilhelmina Xanthe Yusuf Zsófia Grace "
    "Rose Mark June Agnieszka Björn Catarina Delphine Esmé François Marie-Claire Jean-Paul Siobhán Mohammed Li Wei Priyanka"
).split()
FAMILY = (
    "Thistlewood Umberley Vantongeren Oseibonsu Duarte-Lyle Quillfeather Brackenbury Ashgrove Mbekele "
    "Nordqvist Halloran-Boyd Wrenfield Tamsworth O’Marrow McBrindle Castlemayne Dunnockshaw Eversholt Fennimoor Gorsehill "
    "Hartlebrook Ivanovskaya Jessamine Kirrimuir Lindenmayer Mwangira Northcliffe-Rao Okonjima Papadimos Ravenscar Sandoval-Ruiz "
    "Tregarrow Ullswick Vasquez-Dee Wetherlam Yarrowdale Zielonka Baker Fisher Hall Bishop Ndlovu-Pike Strömdal Köhlerin Dupontel"
).split()
PARTICLES = ("van der", "de", "bin", "von", "della", "al")

HONORIFICS = {
    "en": (
        "Dr", "Professor", "Prof.", "Dame", "Sir", "Professor Dame", "Cllr", "Rt Hon", "Baroness", "Ambassador",
        "Rev", "Ms", "Lord", "Senator", "Judge",
    ),
    "de": ("Dr.", "Prof. Dr.", "Prof."),
    "fr": ("Dr", "Pr", "Mme", "M."),
    "es": ("Dra.", "Dr.", "Prof."),
}
LETTERS = (
    "OBE", "CBE", "MBE", "PhD", "FRCP", "MD", "MPH", "RN", "Ph.D.", "M.D.", "MBE FRCN", "PhD, RN", "DBE", "MP", "KC",
    "MD, MPH, FACP", "BSc RN", "MSc",
)

PLACES = (
    "Larkmoor", "Wexcombe", "Thornbury Vale", "Pennywick", "Calderholm", "Mossgate", "Ravenford", "Ostlemere",
    "Dunhallow", "Quarrybank",
)
BODIES = (
    "{0} Hospitals NHS Foundation Trust", "University of {0}", "{0} City Council",
    "NHS {0}, {1} and Lyme Integrated Care Board (ICB)", "The {0} Fund", "{0} University",
    "Institute for Kinder Work", "{0} Community Services", "Department of Odd Affairs", "{0} Alliance",
    "Royal College of Rota Planners", "{0} & {1} Partnership", "Centre for Quiet Machines, University of {0}",
    "{0} Care Trust", "National Agency for Lost Letters", "{0} Institute", "{0} Museum", "{0} Housing Association",
    "Ministry of Small Repairs", "{0} Health and Social Care Partnership", "{0} Public Library",
    "School of Slow Medicine, {0} University", "{0} Ambulance Service",
)
ODD_BODIES = (
    "Brightwell", "Openmarsh", "Lanternhouse", "RotaWorks", "TideLab", "Fernhill Consulting", "KWX", "Marsh & Oak",
    "Nine Lamps", "Data for Dales",
)
UNITS = ("Rota Team", "Patient Voices Unit", "Division of Night Work", "Research Software Group")
BODIES_IN = {
    "de": (
        "Universität {0}", "Klinikum {0}", "Amt für Kleine Reparaturen", "{0} Stiftung",
        "Institut für Leise Maschinen", "Hochschule {0}", "Stadt {0}", "Verband der Nachtpflege",
    ),
    "fr": (
        "Université de {0}", "Centre hospitalier de {0}", "Agence des Petites Réparations", "Institut {0}",
        "Fondation {0}", "Ministère des Lettres Perdues", "Ville de {0}",
    ),
    "es": (
        "Universidad de {0}", "Hospital de {0}", "Fundación {0}", "Instituto de Máquinas Lentas",
        "Ministerio de Cartas Perdidas", "Ayuntamiento de {0}", "Red de Cuidados {0}",
    ),
}

ROLES = (
    "director of nursing", "Chief Executive", "head of inclusion", "Senior Research Fellow", "Chief People Officer",
    "equality lead", "consultant in public health", "Principal Policy Analyst",
    "workforce race equality programme manager", "Associate Professor of Midwifery", "Deputy Director of Quality",
    "Programme Director", "lead nurse", "medical director", "Community Organiser", "Freedom to Speak Up Guardian",
    "Lecturer in Social Policy", "Director of Strategy and Engagement", "patient safety specialist",
    "postdoctoral researcher", "Research Software Engineer", "non-executive director", "vice chair for education",
    "staff governor", "Executive Director", "President", "Co-founder", "Head of Policy", "ward manager",
    "Data Scientist", "deputy lead for culture, skills and inclusion", "Managing Editor", "chief nurse",
    "GP partner", "Policy Adviser", "occupational therapist", "Professor of Health Economics",
    "Senior Vice President, Learning", "panel lead for apprenticeships", "Health Economist", "improvement adviser",
    "Trustee",
)
TWO_ROLES = (
    ("chief nurse", "deputy chief executive"), ("President", "CEO"), ("head of rostering", "ward matron"),
    ("director", "co-founder"), ("medical director", "consultant cardiologist"), ("Chair", "Professor of Nursing"),
)
OF_ROLES = ("President", "Director", "Chair", "Head", "Dean")
FORMER = ("former Health Minister", "former chief executive", "Former Commissioner", "former head of policy")
ROLES_IN = {
    "de": (
        "Leiterin der Abteilung Pflege", "Geschäftsführer", "Professorin für Pflegewissenschaft",
        "wissenschaftliche Mitarbeiterin", "Referent für Vielfalt", "Direktorin", "Sprecher des Vorstands",
        "Oberärztin",
    ),
    "fr": (
        "directrice des soins", "directeur général", "professeure de sociologie", "chargée de mission égalité",
        "chercheur", "présidente", "responsable de la formation", "coordinatrice du réseau",
    ),
    "es": (
        "directora de enfermería", "jefe de servicio", "profesora de sociología", "coordinadora de igualdad",
        "investigador", "presidenta", "responsable de formación", "gerente",
    ),
}

TITLES = {
    "en": (
        "Kinder rotas for people who work at night", "Who pays for the last mile of care?",
        "Webinar: Listening to junior staff", "Making Data Count in Small Hospitals",
        "Beyond the Tick Box: Inclusion That Lasts", "What good looks like in staff networks",
        "Panel discussion: after the inquiry", "Rivers, Rails and Rent: Planning for 2030",
        "Ending the wait – lessons from five wards", "An Introduction to Slow Software",
        "Community Call: Testing without tears", "Leading when you are not in charge",
        "Reasonable adjustments, reasonably made", "From complaint to change", "Speaking up: ten years on",
        "Digital forms that answer back", "Fair Shares in Research Funding", "The price of a missed shift",
        "Building belonging: a masterclass for line managers", "Menopause at work: moving past awareness",
        "How to run a journal club that people attend", "Understanding Allyship in Practice",
    ),
    "de": (
        "Gute Schichtpläne für die Nacht", "Wer bezahlt die letzte Meile der Pflege?",
        "Leise Maschinen im Krankenhaus", "Vielfalt leben: Erfahrungen aus fünf Häusern",
        "Fachtag Pflege und Vielfalt", "Forschungssoftware nachhaltig entwickeln",
    ),
    "fr": (
        "Mieux organiser le travail de nuit", "Qui paie le dernier kilomètre des soins ?",
        "L’égalité au quotidien : retours de terrain", "Apprendre des plaintes", "Les logiciels lents à l’hôpital",
        "Construire l’inclusion durablement",
    ),
    "es": (
        "Mejores turnos para quienes trabajan de noche", "¿Quién paga la última milla de los cuidados?",
        "La igualdad en la práctica diaria", "Aprender de las quejas", "Máquinas silenciosas en el hospital",
        "Construir inclusión duradera",
    ),
}
PUBLISHERS = {
    "en": (
        "Pennywick Network", "Larkmoor Health Forum", "Institute for Kinder Work", "Calderholm Society",
        "Fair Shifts Alliance", "The Ostlemere Foundation", "Quarrybank Academy",
    ),
    "de": ("Netzwerk Nachtpflege", "Larkmoor Stiftung", "Verband Leise Maschinen"),
    "fr": ("Réseau Nuit et Soins", "Fondation Larkmoor", "Institut Pennywick"),
    "es": ("Red Noche y Cuidados", "Fundación Larkmoor", "Instituto Pennywick"),
}
TOPICS = {
    "en": (
        "Flexible working", "Staff wellbeing", "Race equality", "Leadership", "Digital health", "Funding",
        "Patient safety", "Open data", "Recruitment",
    ),
    "de": ("Pflege", "Vielfalt", "Digitalisierung", "Führung", "Gesundheit"),
    "fr": ("Égalité", "Soins", "Formation", "Numérique", "Recherche"),
    "es": ("Igualdad", "Cuidados", "Formación", "Salud digital", "Investigación"),
}
PROSE = {
    "en": (
        "Night staff told the network that a rota known six weeks ahead matters more to them than its pattern, and three wards set out to see whether that could be arranged.",
        "The webinar looked at what has worked, what has not, and what it would cost to do the same elsewhere.",
        "Small teams rarely have a budget for this work, so the examples were chosen because they needed none.",
        "There was time for discussion at the end, and the chat was lively throughout.",
        "Every organisation says that it listens. Far fewer can show what changed because of it.",
        "This session is for anyone who plans shifts, and for those who have to work them.",
    ),
    "de": (
        "Die Veranstaltung zeigt, was sich in der Praxis bewährt hat und was nicht, und was es kosten würde, es an anderen Orten ebenso zu machen.",
        "Viele Häuser haben für diese Arbeit kein eigenes Geld, deshalb wurden Beispiele gewählt, die ohne auskommen.",
        "Im Anschluss ist Zeit für eine Diskussion, und wir freuen uns auf einen lebhaften Austausch mit allen, die nachts arbeiten.",
    ),
    "fr": (
        "La rencontre montre ce qui a fonctionné, ce qui n’a pas marché, et ce que cela coûterait de faire la même chose ailleurs dans le pays.",
        "Les petites équipes ont rarement un budget pour ce travail, et les exemples ont été choisis parce qu’ils n’en demandent aucun.",
        "Un temps d’échange est prévu à la fin avec toutes les personnes qui organisent le travail de nuit.",
    ),
    "es": (
        "La sesión muestra lo que ha funcionado, lo que no, y lo que costaría hacer lo mismo en otros lugares del país.",
        "Los equipos pequeños no suelen tener presupuesto para este trabajo, y por eso se eligieron ejemplos que no lo necesitan.",
        "Al final habrá tiempo para el debate con todas las personas que organizan los turnos de noche.",
    ),
}
QUESTIONS = {
    "en": (
        "How was the first ward chosen?", "What does a team do when nobody wants a Friday?",
        "Did agency costs fall, and for whom?", "Who decides when two people ask for the same week?",
        "What would you do differently next time?", "How do you measure whether it worked?",
        "Is there a version for community teams?",
    ),
    "de": (
        "Wie wurde die erste Station ausgewählt?", "Was hat es gekostet?", "Wer entscheidet im Streitfall?",
        "Was würden Sie heute anders machen?",
    ),
    "fr": (
        "Comment le premier service a-t-il été choisi ?", "Combien cela a-t-il coûté ?",
        "Qui décide en cas de conflit ?", "Que feriez-vous autrement ?",
    ),
    "es": (
        "¿Cómo se eligió el primer servicio?", "¿Cuánto costó?", "¿Quién decide en caso de conflicto?",
        "¿Qué harían de otra manera?",
    ),
}
LEARN = (
    "How to draw up a rota in public", "What it counts, and what it does not", "Ways to ask for help early",
    "Where to find the templates",
)
SESSIONS = {
    "en": (
        "Welcome and introductions", "The ward that changed its mind", "Coffee break", "What the figures hide",
        "Lunch", "Funding the unfashionable", "Round-up and next steps",
    ),
    "de": (
        "Begrüßung", "Die Station, die es sich anders überlegte", "Kaffeepause", "Was die Zahlen verbergen",
        "Abschluss",
    ),
    "fr": ("Accueil", "Le service qui a changé d’avis", "Pause café", "Ce que cachent les chiffres", "Clôture"),
    "es": ("Bienvenida", "El servicio que cambió de idea", "Pausa café", "Lo que ocultan las cifras", "Cierre"),
}
DECKS = (
    "Rota planning in practice", "Presentation 200323", "Night work in numbers", "Five wards, five answers",
    "Opening talk",
)
