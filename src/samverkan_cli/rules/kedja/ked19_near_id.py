"""KED19."""

import re
from collections.abc import Iterator

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level, Place
from samverkan_cli.models.base import Node
from samverkan_cli.models.keys import Key, by_name
from samverkan_cli.text.spelling import nearest

_ONE_WORD = re.compile(r"[^\W\d_][\w.-]*")


@rule("KED19", "nästan-ett-id", Level.NOTE)
def words_are_no_misspelt_ids(case: Case) -> Verdicts:
    """Ord som liknar ett id är kanske ett id

    Där det får stå ett id eller ord läses ett felstavat id som ord, och då hänger det inte ihop med det som menas.

    Regeln frågar bara om ett enda ord som är nästan lika med ett id av det slag som nyckeln pekar på.

    Godkänns:

        samverkansorganisation:
          - {id: styrgruppen, namn: Styrgruppen, rapporterar_till: kommunfullmäktige}
          - {id: ledning, namn: Ledningen, rapporterar_till: styrgruppen}
          - {id: arbetsgrupp, namn: Arbetsgruppen, rapporterar_till: styrgruppen för centrum}

    Underkänns:

        samverkansorganisation:
          - {id: styrgruppen, namn: Styrgruppen}
          - {id: arbetsgrupp, namn: Arbetsgruppen, rapporterar_till: styrgrupen}  # <-
        återkoppling:
          - till: Styrgruppen  # <-

    Källa: Filformatet samverkan 1: ett id skrivs likadant överallt
    """
    dossier = case.dossier
    for node in dossier.nodes:
        for wanted, written, place in _words(node):
            if written in dossier.definitions or _ONE_WORD.fullmatch(written) is None:
                continue
            near = nearest(written, dossier.ids_of(wanted))
            if near is not None:
                yield Finding(
                    f"”{written}” läses som ord, men liknar {wanted.noun.definite} {near}",
                    place,
                    f"Skriv {near}, om det är {wanted.noun.pronoun} du menar.",
                    related=((dossier.definitions[near][0].here, "här står det som det liknar"),),
                )


def _words(node: Node) -> Iterator[tuple[type[Node], str, Place]]:
    """What stands where there may be an id or words: what it may be an id of, what is written, and where."""
    for key in _or_words(type(node)):
        value = getattr(node, key.name)
        if isinstance(value, str) and key.refers_to is not None:
            yield key.refers_to, value, node.at(key.name)


def _or_words(model: type[Node]) -> Iterator[Key]:
    return (key for key in by_name(model).values() if key.or_words)
