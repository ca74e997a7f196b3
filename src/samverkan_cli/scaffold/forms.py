"""Request → the files of a new agreement, as text: relative path → content."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from samverkan_cli.project.paths import AGREEMENT_NAME
from samverkan_cli.scaffold.request import District, Inherited, Municipality, Request, police_party
from samverkan_cli.scaffold.skeleton import Values, filled
from samverkan_cli.text.unique_names import free, typed_slug
from samverkan_cli.yaml.emit import block, flow, scalar

AGREEMENT = AGREEMENT_NAME
PROBLEMS = "bilagor/1-problembild.yaml"
FORMS_IN_ORDER = ("samordningsfunktioner", "ägare", "samverkansorganisation", "arbetsformer", "krav_på_delar", "andra_aktörer")

Files = dict[str, str]


def settings() -> str:
    """The file that keeps agreements together."""
    return filled("samverkan.yaml", {})


def folder_name(names: list[str], request: Request) -> str:
    """The folder that is proposed."""
    year = request.period_year
    return typed_slug(" ".join(Municipality(name).short for name in names)) + (f"-{year}" if year else "")


def files(request: Request, folder: str, schema: str = "") -> Files:
    """All files. ``folder`` is how the people name the folder, ``schema`` the path from the folder to the schema, if there is one beside."""
    make = {"kommun": _one, "flera": _several, "stad": _city, "efterföljare": _successor}[request.form]
    return make(request, folder, schema)


def _one(request: Request, folder: str, schema: str) -> Files:
    parties = [request.municipalities[0].party("kommun"), police_party(request.police)]
    values = _values(request, request.title, parties, folder, _modeline(schema, AGREEMENT), request.municipalities[0].short)
    return {AGREEMENT: filled("kommun.yaml", values)}


def _several(request: Request, folder: str, schema: str) -> Files:
    ids: dict[str, Municipality] = {}
    for municipality in request.municipalities:
        ids[free(typed_slug(municipality.short), [*ids, "polis"])] = municipality
    parties = [municipality.party(id) for id, municipality in ids.items()]
    title = request.title
    parts = {id: f"{_without_part(title)}, del 2 {municipality.short}" for id, municipality in ids.items()}
    paths = {id: f"del-2-{id}/{AGREEMENT}" for id in ids}
    listed = [{"titel": parts[id], "fil": paths[id], "gäller_parter": [id, "polis"]} for id in ids]
    values = _values(request, title, [*parties, police_party(request.police)], folder, _modeline(schema, AGREEMENT), "-".join(ids))
    made = {AGREEMENT: filled("del_1.yaml", {**values, "delar": block({"delar": listed})})}
    for id, municipality in ids.items():
        below = Request(request.form, police=request.police)
        part = _values(
            below, parts[id], [municipality.party(id), police_party(request.police)],
            f"{folder}/{paths[id]}", _modeline(schema, paths[id]), f"{id}-del-2", request.period_year,
        )  # fmt: skip
        above = {"del_av": {"titel": title, "fil": f"../{AGREEMENT}"}}
        made[paths[id]] = filled("del_2.yaml", {**part, "del_av": block(above)})
    return made


def _without_part(title: str) -> str:
    return title.replace(", del 1", "")


def _city(request: Request, folder: str, schema: str) -> Files:
    city = request.municipalities[0]
    parties = [city.party("stad", "stad"), police_party(request.police)]
    folders: dict[str, District] = {}
    for district in request.districts:
        folders[free(district.folder, folders)] = district
    paths = {name: f"stadsdelar/{name}/{AGREEMENT}" for name in folders}
    titles = {name: f"Lokal samverkansöverenskommelse {district.name}" for name, district in folders.items()}
    listed = [{"titel": titles[name], "fil": paths[name], "plats": [district.name]} for name, district in folders.items()]
    values = _values(request, request.title, parties, folder, _modeline(schema, AGREEMENT), city.short)
    made = {AGREEMENT: filled("stad.yaml", {**values, "delar": block({"delar": listed}) if listed else []})}
    for name, district in folders.items():
        own = {"id": "stadsdel", "typ": "stadsdel", "nivå": "stadsdel", "namn": district.name}
        part = _values(
            Request(request.form), titles[name], [own, police_party(district.police)],
            f"{folder}/{paths[name]}", _modeline(schema, paths[name]), name, request.period_year,
        )  # fmt: skip
        above = {"del_av": {"titel": request.title, "fil": f"../../{AGREEMENT}"}}
        made[paths[name]] = filled("stadsdel.yaml", {**part, "del_av": block(above)})
    return made


def _successor(request: Request, folder: str, schema: str) -> Files:
    before = request.inherited
    assert before is not None
    areas = _areas(before.sections.get("fokusområden", []), request.focus_areas)
    parties = before.sections["parter"]
    first = next((party for party in parties if party.get("typ") != "polis"), parties[0])
    values = dict(
        _values(request, request.title, parties, folder, _modeline(schema, AGREEMENT), Municipality(str(first.get("namn", ""))).short)
    )
    values["fokusområden"] = block({"fokusområden": areas}) if areas else []
    for key in FORMS_IN_ORDER:
        values[key] = block({key: before.sections[key]}) if before.sections.get(key) else []
    reference = {"titel": before.title, "fil": before.file, "datum": before.date}
    values["ersätter"] = block({"ersätter": {key: value for key, value in reference.items() if value}})
    values["ersätter_fil"] = before.file
    values["öppet"] = _open(before)
    made = {}
    if before.problems:
        values["bilagor"] = block({"bilagor": [{"nr": "1", "fil": PROBLEMS}]})
        problems = {**values, "modeline": _modeline(schema, PROBLEMS), "problem": block({"problem": list(before.problems)})}
        made[PROBLEMS] = filled("problembild.yaml", problems)
    return {AGREEMENT: filled("efterföljare.yaml", values)} | made


def _open(before: Inherited) -> list[str]:
    """The open actions, as comments: whoever writes the plan decides which of them go on."""
    if not before.open:
        return []
    first = before.open[0].id
    return [
        "# Öppet hos föregångaren: de här åtgärderna är varken avslutade eller bedömda som gröna. Ta ställning till var och en i steg 4.",
        f"# Den åtgärd som tar över får  fortsätter: [{first}].  Det som inte ska göras skrivs under bortprioriterat, med skäl.",
        *(f"#   {one.id}  {one.what}{f' ({one.assessment})' if one.assessment else ''}" for one in before.open),
    ]


def _areas(inherited: list[Any], added: tuple[str, ...]) -> list[dict[str, Any]]:
    areas = [dict(area) for area in inherited]
    names = {str(area.get("namn", "")).casefold() for area in areas}
    ids = [str(area.get("id", "")) for area in areas]
    for name in added:
        if name.casefold() not in names:
            number = len(ids) + 1
            while f"F{number}" in ids:
                number += 1
            ids.append(f"F{number}")
            areas.append({"id": f"F{number}", "namn": name})
            names.add(name.casefold())
    return areas


def _values(request: Request, title: str, parties: list[Any], folder: str, modeline: str, name: str, year: str = "") -> Values:
    """What every skeleton asks for."""
    areas = _areas([], request.focus_areas)
    year = year or request.period_year
    id = typed_slug(name) + (f"-{year}" if year else "")
    police = next((str(party["id"]) for party in parties if party.get("typ") == "polis"), "polis")
    return {
        "modeline": modeline,
        "id": f"id: {scalar(id)}",
        "titel": f"titel: {scalar(title)}",
        "påhittat": "påhittat: ja" if request.inherited and request.inherited.made_up else [],
        "parter": block({"parter": parties}),
        "period": [f"period: {flow(request.period)}"] if request.period else [],
        "fokusområden": block({"fokusområden": areas}) if areas else [],
        "första": str(parties[0].get("id", "kommun")),
        "polis": police,
        "mapp": folder,
    }


def _modeline(schema: str, path: str) -> str:
    """The line that tells an editor where the schema is, counted from the file."""
    up = "../" * (len(PurePosixPath(path).parts) - 1)
    return f"yaml-language-server: $schema={up}{schema}" if schema else ""
