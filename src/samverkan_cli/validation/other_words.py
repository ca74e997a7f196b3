"""What people write instead of a key: its English name, and other Swedish words for the same thing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from samverkan_cli.models.base import Node
from samverkan_cli.models.keys import Key, by_name, keys_of
from samverkan_cli.text.spelling import fold

_WORDS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("rubrik", "överskrift", "benämning", "heading", "headline"), ("titel", "namn", "lydelse", "vad", "rubrik")),
    (("titel", "title"), ("titel", "funktion", "lydelse", "namn", "vad", "rubrik")),
    (("namn", "name"), ("namn", "titel", "lydelse", "vad", "vilka")),
    (("beskrivning", "description", "förklaring"), ("beskrivning", "karaktär", "lydelse", "uppdrag", "vad", "betyder", "text")),
    (("mål", "målen", "goal", "goals", "bidrar_till", "uppnår", "målsättning", "målsättningar", "objectives", "syftar_till"), ("bidrar_till_mål", "gäller_mål", "mål")),
    (("orsak", "orsaker", "cause", "causes", "möter", "möter_orsak", "bemöter", "bakomliggande_orsaker"), ("möter_orsaker", "orsaker", "orsak", "skäl")),
    (("problem", "problems", "problemen", "gäller_problemet"), ("gäller_problem", "problem")),
    (("fokusområde", "fokusområden", "fokus", "område", "områden", "focus_area", "focus_areas"), ("gäller_fokusområden", "fokusområden", "plats")),
    (("åtgärd", "åtgärder", "action", "actions", "aktivitet", "aktiviteter", "insatser", "measures"), ("gäller_åtgärder", "åtgärder", "kommunikationsaktiviteter", "åtgärd")),
    (("löfte", "löften", "medborgarlöfte", "medborgarlöften", "pledge", "pledges"), ("gäller_löften", "löften", "löfte")),
    (("part", "parter", "organisation", "party", "actor", "org"), ("part", "aktör", "parter", "aktörer", "gäller_parter", "samverkansorganisation")),
    (("aktör", "aktören"), ("aktör", "part", "aktörer")),
    (("roll", "befattning", "tjänst", "role", "position"), ("funktion",)),
    (("start", "startdatum", "börjar", "from", "fr.o.m", "fom", "begin"), ("från",)),
    (("slut", "slutdatum", "slutar", "to", "until", "t.o.m", "tom", "end", "upphör"), ("till", "senast")),
    (("deadline", "klart", "klar_senast", "klart_senast", "färdigt", "due"), ("senast", "tas_fram")),
    (("giltighetstid", "avtalstid", "avtalsperiod", "tidsperiod", "giltig", "gäller_tid", "löptid"), ("period", "när")),
    (("tid", "tidpunkt", "tidplan", "tidsplan", "time", "period"), ("när", "period", "tid")),
    (("mätetal", "nyckeltal", "mätning", "indikatorer", "kpi", "metric"), ("indikator", "mått", "mätvärden")),
    (("målvärde", "önskat_värde", "måltal", "goal_value"), ("målnivå",)),
    (("utgångsvärde", "startvärde", "nuläge", "nollvärde", "basvärde"), ("baslinje",)),
    (("resurs", "kostnad", "kostnader", "budget", "cost", "costs"), ("resurser", "kronor")),
    (("belopp", "summa", "amount"), ("kronor",)),
    (("organisering", "grupper", "samverkansgrupper", "organization"), ("samverkansorganisation",)),
    (("ordförande", "ledare", "leder", "chair"), ("leds_av",)),
    (("medlemmar", "deltagare", "ingår", "members", "participants", "deltar"), ("ledamöter", "medverkar", "medverkande", "deltagare")),
    (("mejl", "mail", "e-post", "epostadress", "e-postadress", "e-mail", "mejladress"), ("epost",)),
    (("tel", "tfn", "tel.", "telefonnummer", "mobil", "mobilnummer", "telephone"), ("telefon",)),
    (("dnr", "diarienr", "ärendenummer", "diarium", "reference_number"), ("diarienummer",)),
    (("nummer", "number", "no", "bilagenummer", "bilaganr"), ("nr", "diarienummer")),
    (("sökväg", "filnamn", "path", "filename"), ("fil",)),
    (("länk", "url", "webb", "hemsida", "webbsida", "link", "website"), ("webbadress",)),
    (("bilaga", "bilagorna", "appendix", "attachments", "attachment"), ("bilagor",)),
    (("underskrift", "signaturer", "undertecknat", "undertecknad", "undertecknande", "signature", "signed"), ("underskrifter",)),
    (("beslutad", "antagen", "antagande", "fastställt", "godkänd", "approved"), ("fastställd", "beslut")),
    (("dag", "dagen", "beslutsdatum", "datumet", "day"), ("datum",)),
    (("uppföljningar", "utvärdering", "följs_upp", "follow_up", "evaluation", "monitoring"), ("uppföljning",)),
    (("resultat", "result", "results", "utfallet"), ("utfall", "resultat")),
    (("status", "färg", "trafikljus", "betyg"), ("bedömning",)),
    (("anteckning", "notering", "kommentarer", "not", "note", "notes"), ("kommentar", "detalj")),
    (("motivering", "varför", "anledning", "reason", "motiv"), ("skäl", "motivering")),
    (("återrapportering", "rapportering", "rapport", "reporting"), ("återkoppling",)),
    (("kontaktpersoner", "kontaktuppgifter", "kontakt", "contact"), ("kontakter",)),
    (("lägesbild", "lägesbilder", "situation_reports"), ("bygger_på",)),
    (("prio", "rang", "rangordning"), ("prioritet",)),
    (("ort", "platsen", "location", "where", "var"), ("plats", "var", "ort")),
    (("målgrupper", "målgruppen", "mottagare"), ("målgrupp", "målgrupper", "till")),
    (("antal", "antal_gånger", "times"), ("minst", "antal")),
    (("frekvens", "intervall", "hur_ofta", "interval"), ("per", "möten", "när")),
    (("språket", "lang"), ("språk",)),
    (("purpose", "ändamål", "mål_och_syfte"), ("syfte",)),
    (("kind", "slag", "sort", "kategori", "category"), ("typ",)),
    (("text", "innehåll", "formulering", "lyder", "content", "statement"), ("lydelse", "text", "vad")),
)  # fmt: skip
"""Words, and the keys that they may stand for, the likeliest first: those are meant that may stand where the word does."""


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    return {fold(word): keys for words, keys in _WORDS for word in words}


@cache
def _english(model: type[Node]) -> Mapping[str, Key]:
    """The keys of a model by what they are called in English, in the singular too."""
    named = by_name(model)
    return {**{name.removesuffix("s"): key for name, key in named.items()}, **{f"{name}s": key for name, key in named.items()}, **named}


def meant_by(word: str, model: type[Node]) -> tuple[Key, ...]:
    """The keys of a model that another word may stand for, the likeliest first."""
    known = keys_of(model)
    english = _english(model).get(fold(word))
    named = [known[written] for written in _table().get(fold(word), ()) if written in known]
    return (*named, *((english,) if english is not None and english not in named else ()))
