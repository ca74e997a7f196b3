"""Which rendered folders the browser looks at."""

FOLDERS: dict[str, tuple[str, ...]] = {
    "sample": (),
    "sample-single": (),
    "huddinge": ("huddinge", "--today", "2019-06-01"),
    "huddinge-single": ("huddinge", "--today", "2019-06-01", "--single"),
    "huddinge-public": ("huddinge", "--today", "2019-06-01", "--public"),
    "huddinge-steg-3": ("huddinge-steg-3", "--today", "2018-11-01"),
    "huddinge-med-fel": ("huddinge-med-fel", "--today", "2019-06-01", "--all-steps"),
    "stockholm": ("stockholm", "--today", "2026-11-01"),
    "arjeplog-arvidsjaur": ("arjeplog-arvidsjaur", "--today", "2026-06-01"),
    "förvar": ("förvar", "--today", "2026-06-01"),
}
"""What is looked at: the sample of everything that a page can hold, and every example as ``render`` writes it."""
