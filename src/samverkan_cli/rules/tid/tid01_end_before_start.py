"""TID01."""

import datetime

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.days import PartialDate, first_of
from samverkan_cli.models.when import Period, When


@rule("TID01", "slut-före-början", Level.ERROR)
def nothing_ends_before_it_begins(case: Case) -> Verdicts:
    """Ingenting slutar innan det börjar

    Ett omkastat datum gör att hela perioden läses fel.

    Godkänns:

        period: {från: 2019-01-01, till: 2020-12-31}
        åtgärder: [{id: Å1.1, när: {från: 2019-05-04, till: 2019-05-04}}]

    Underkänns:

        period:
          från: 2019-01-01
          till: 2018-12-31  # <-

    Godkänns:

        period: {från: 2019, till: 2019-01-31}

    Underkänns:

        period:
          från: 2019-02
          till: 2019-01-31  # <-

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 14
    """
    for node in case.dossier.nodes:
        if not isinstance(node, Period | When):
            continue
        start = first_of(node.start) if isinstance(node.start, datetime.date | PartialDate) else None
        for name in ("end", "latest"):
            last = getattr(node, name, None)
            if start is not None and isinstance(last, datetime.date) and last < start:
                yield Finding(
                    f"slutet {last} ligger före början {node.start}",
                    node.at(name),
                    "Rätta det ena datumet.",
                    related=((node.at("start"), "början"),),
                )
