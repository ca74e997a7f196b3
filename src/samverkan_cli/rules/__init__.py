"""The rules: one folder a pack, one file a rule. The folder listing is the catalogue."""

ORDER = ("fil", "skåne-17", "samverkanshandboken", "kedja", "tid", "skydd")
"""The order that packs are shown in."""
