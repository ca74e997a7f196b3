"""SH08."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Item, Level, Place
from samverkan_cli.models.communication import SharedUnderstanding
from samverkan_cli.rules._presence import is_said_when, says, unfaulted, when_lacks
from samverkan_cli.rules._vocabulary import VAGUE
from samverkan_cli.swedish import listing


@rule("SH08", "samsyn", Level.WARNING, step=4, words=(VAGUE,))
def everybody_is_told_what_it_means(case: Case) -> Verdicts:
    """Alla som berörs får veta vad överenskommelsen innebär för dem

    En överenskommelse som bara ledningen känner till blir inget arbete (handboken, Samsyn).

    Det framgår vilka som berörs, hur de får veta och när. Den dag då det är gjort (`genomfört`) säger också när.

    Godkänns:

        samsyn:
          - {vilka: enhetschefer och gruppchefer, hur: genomgång av den egna rollen, när: {senast: 2019-01-21}}

    Godkänns:

        samsyn:
          - {vilka: enhetschefer och gruppchefer, hur: genomgång av den egna rollen, genomfört: 2019-01-21}

    Underkänns:

        samsyn:
          - {vilka: enhetschefer och gruppchefer}  # <-
          - vilka: patrullerna
            hur: genomgång vid arbetspassets början
            när: {detalj: löpande}  # <-
          - {vilka: kompletteras}  # <-

    Källa: Brå, Polisen och SKR, Teckna samverkansöverenskommelse, Samsyn
    """
    dossier = case.dossier
    found = dossier.all(lambda document: document.shared_understanding)
    if not found:
        yield Finding(
            "det står inte hur de som berörs får veta vad överenskommelsen innebär för dem",
            dossier.agreement.at("shared_understanding"),
            "Skriv vilka, hur och när.",
            suggestion="samsyn:\n  - {vilka: …, hur: …, när: {senast: …}}",
            cured_by=frozenset({"samsyn"}),
        )
    for item in found:
        asked = _asked(item)
        missing = unfaulted(dossier, [(word, told, place) for there, word, told, place in asked if not there])
        if any(there for there, _, _, _ in asked):
            yield Evidence(item.here)
        if missing:
            words = listing((told for _, told, _ in missing), "eller")
            yield Finding(
                f"samsynen säger inte {words}",
                missing[0][2],
                f"Skriv {listing(word for word, _, _ in missing)}.",
                progress=f"{item.which if says(item.which) else 'samsynen'}: {words} saknas",
                items=tuple(Item(word) for word, _, _ in missing),
            )


def _asked(item: SharedUnderstanding) -> tuple[tuple[bool, str, str, Place], ...]:
    """Which, how and when: whether each is said, the word for it, how it is told that it is not, and where it belongs."""
    return (
        (says(item.which), "vilka", "vilka", item.at("which")),
        (says(item.how), "hur", "hur", item.at("how")),
        (is_said_when(item.when) or item.done is not None, "när", when_lacks(item.when), item.at("when")),
    )
