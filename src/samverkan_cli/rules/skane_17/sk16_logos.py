"""SK16."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Evidence, Finding, Level, Place
from samverkan_cli.rules._queries import no_parties, party_name


@rule("SK16", "logotyper", Level.WARNING, step=3)
def every_party_has_its_logo(case: Case) -> Verdicts:
    """Alla parters logotyper finns på dokumentet

    Logotyperna visar på första sidan vilka som står bakom (checklistan, punkt 16).

    Bilden är SVG, PNG eller JPEG och ligger i förvaret. Vad den är avgörs av innehållet, inte av namnet, och den bedöms som den kommer att
    skrivas ut: hel, högst 5 miljoner byte och 4 miljoner bildpunkter. PDF och Word gör en större bild mindre, upp till 40 miljoner bildpunkter;
    webbsidor och Markdown skrivs inte med den. En SVG får rita och inget mer: inte skript, och inget som hämtas utifrån. Texten för den som inte
    ser bilden frågar TYD03 efter.

    Godkänns:

        parter:
          - {id: kommun, namn: Vår kommun, logotyp: {fil: logotyper/kommun.svg}}
        # fil: logotyper/kommun.svg
        <svg xmlns="http://www.w3.org/2000/svg"/>

    Underkänns:

        parter:
          - {id: kommun, namn: Vår kommun, logotyp: {fil: logotyper/kommun.txt}}  # <-
          - {id: polis, namn: Vårt lokalpolisområde, logotyp: {alt: Polisens logotyp}}  # <-
        # fil: logotyper/kommun.txt
        Här kommer logotypen.

    Källa: Länsstyrelsen Skåne m.fl., checklistan 2019, punkt 16
    """
    yield from no_parties(case.dossier)
    for party in case.dossier.parties:
        logo = party.logo
        if logo is None or not logo.file:
            yield Finding(
                f"logotypen för {party_name(party)} saknas",
                party.at("logo", "file"),
                "Lägg bilden i mappen logotyper och skriv sökvägen.",
                suggestion="logotyp: {fil: logotyper/….svg, alt: …}",
                progress=f"{party_name(party)} saknar logotyp",
            )
            continue
        place = logo.at("file")
        picture = case.dossier.pictures.get(place)
        if picture is None or picture.kind == "saknas":
            yield _finding(logo.file, "finns inte", place, "Lägg bilden där, eller rätta sökvägen.")
        elif picture.fault:
            yield _finding(logo.file, picture.fault, place, picture.help)
        else:
            yield Evidence(place)


def _finding(file: str, what: str, place: Place, help: str) -> Finding:
    return Finding(f"logotypen {file} {what}", place, help, progress=f"{file} {what}")
