"""SKY01."""

from bisect import bisect_left
from collections.abc import Iterator

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level, Place
from samverkan_cli.project.dossier import Member
from samverkan_cli.project.pieces import text_place
from samverkan_cli.project.sightings import file_place
from samverkan_cli.text.identity_numbers import SHORTEST, IdentityNumber, Kind, identity_numbers

_NAMES = {
    Kind.PERSONAL: "ett personnummer",
    Kind.COORDINATION: "ett samordningsnummer",
    Kind.TEMPORARY: "ett tillfälligt personnummer",
}


@rule("SKY01", "personnummer", Level.ERROR, blocks_publication=True)
def no_identity_numbers(case: Case) -> Verdicts:
    """Inga personnummer eller samordningsnummer

    Filerna läses av många och ligger kvar i historiken. Uppgifter om enskilda hör aldrig hemma i en överenskommelse.

    Regeln läser all text, också nycklar, kommentarer och filens namn, och hur numret är skrivet spelar ingen roll: med bindestreck, snedstreck,
    punkt eller mellanslag, med andra siffertecken eller över ett radbrott. Tio siffror utan tecken emellan kan vara något annat och är en varning.

    Godkänns:

        # Mötet är 2019-02-04 1200, klockan 08-16 gäller växeln 010-000 00 00.
        titel: Samverkansöverenskommelse, beslut 2018-12-05, dnr KS-2018/0000
        syfte: Lagen är SFS 2023:196, organisationsnumret 212000-0142 och ramen 1 212 121 kronor.

    Underkänns:

        # Ring 19121212-1212 om detta.  # <-
        titel: Samverkansöverenskommelse
        syfte: Gäller 121212 / 1212, 121272-1219 och 1912-12-12 1212.  # <-
        bakgrund: Gäller 121212-T123 och inget annat.  # <-

    Underkänns:

        titel: Samverkansöverenskommelse
        syfte: Gäller 1212121212 och inget annat.  # <- varning

    Källa: Integritetsskyddsmyndigheten och SKR om publicering; dataskyddsförordningen, artikel 87
    """
    for member in case.dossier.members:
        for number, place, where in _found(member):
            name = _NAMES[number.kind]
            yield Finding(
                f"{where} står {name}" if number.sure else f"{where} står tio siffror som kan vara {name}",
                place,
                "Ta bort det. Har filen redan sparats i historiken: be den som sköter förvaret att rensa den.",
                level=None if number.sure else Level.WARNING,
            )


def _found(member: Member) -> Iterator[tuple[IdentityNumber, Place, str]]:
    """The numbers in the text as it stands; those that are seen only when a value is read, where it is folded or has escapes; those in the name."""
    file = member.document.file
    found = list(identity_numbers(member.document.text))
    yield from ((number, text_place(file, number.line, number.column, number.end_column), "här") for number in found)
    starts = [(number.line, number.column) for number in found]
    for piece in member.pieces:
        if len(piece.text) < SHORTEST:
            continue
        first = bisect_left(starts, (piece.span.line, piece.span.column))
        if first == len(starts) or starts[first] >= (piece.span.end_line, piece.span.end_column):
            yield from ((number, piece.place, "här") for number in identity_numbers(piece.text))
    yield from ((number, file_place(file), "i filens namn") for number in identity_numbers(file))
