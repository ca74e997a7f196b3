"""TID09."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.base import Node
from samverkan_cli.models.formalities import Promise
from samverkan_cli.swedish import capital, listing


@rule("TID09", "löfte-om-senare", Level.WARNING)
def promises_of_later_have_a_day_and_a_person(case: Case) -> Verdicts:
    """Det som ska tas fram senare har en dag och någon som ansvarar

    Det som ska göras sedan, av ingen, blir inte gjort.

    Godkänns:

        # idag: 2019-06-01
        bilagor:
          - {nr: "5", titel: Kommunikationsplan, tas_fram: {senast: 2019-06-01, ansvarig: {aktör: kommun, funktion: kommunikatör}}}
          - {nr: "6", titel: Uppföljningsplan, tas_fram: {senast: 2019-08-31, ansvarig: {funktion: trygghetssamordnare}}}

    Underkänns:

        # idag: 2019-06-01
        bilagor:
          - nr: "5"
            titel: Kommunikationsplan
            tas_fram: {senast: 2019-08-31}  # <-
          - nr: "6"
            titel: Uppföljningsplan
            tas_fram: {senast: 2019-05-31, ansvarig: {aktör: kommun, funktion: samordnare}}  # <-
          - nr: "7"
            titel: Utbildningsplan
            tas_fram:  # <-
              senast:
              ansvarig:
              kommentar: Väntar på beslut.
          - nr: "8"
            titel: Lägesbild
            tas_fram:
              senast:  # <-
              ansvarig: {aktör: kommun, funktion: samordnare}

    Källa: Samverkanshandboken, steg 4; filformatet samverkan 1: ett löfte är inget faktum
    """
    for node in case.dossier.nodes:
        promise = getattr(node, "promise", None)
        if not isinstance(promise, Promise):
            continue
        missing = []
        if promise.latest is None:
            missing.append("när")
        if promise.responsible is None or not (promise.responsible.function or promise.responsible.actor):
            missing.append("av vem")
        if missing:
            yield Finding(
                f"{capital(_name(node, promise))} ska tas fram, men det står inte {listing(missing, 'eller')}",
                promise.here if len(missing) == 2 else promise.at("latest" if missing == ["när"] else "responsible"),
                "Skriv  tas_fram: {senast: …, ansvarig: {aktör: …, funktion: …}}",
            )
        elif promise.latest is not None and promise.latest < case.today:
            yield Finding(
                f"{capital(_name(node, promise))} skulle ha tagits fram senast {promise.latest}",
                promise.at("latest"),
                "Lägg in det som är klart, eller skriv en ny dag.",
            )


def _name(node: Node, promise: Promise) -> str:
    for key in ("title", "name", "wording", "function"):
        value = getattr(node, key, None)
        if isinstance(value, str):
            return value
    number = getattr(node, "number", None)
    return f"bilaga {number}" if number else promise.comment or "detta"
