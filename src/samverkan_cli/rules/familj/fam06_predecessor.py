"""FAM06."""

from samverkan_cli.checking.rule import Case, Verdicts, rule
from samverkan_cli.diagnostics import Finding, Level
from samverkan_cli.models.actions import Action
from samverkan_cli.project.dossier import Dossier
from samverkan_cli.text.spelling import fold


@rule("FAM06", "öppet-hos-föregångaren", Level.WARNING, step=4)
def nothing_open_is_lost(case: Case) -> Verdicts:
    """Det som var öppet hos föregångaren är övertaget eller avslutat

    En åtgärd som inte blev färdig och inte nämns igen är bortglömd, inte bortvald.

    En åtgärd är öppen när dess senaste bedömning i tiden inte är grön och den inte är `avslutad`. Den är övertagen när en åtgärd här har den under `fortsätter`,
    eller när namnet står under `bortprioriterat`.

    Godkänns:

        ersätter: {fil: förra.yaml}
        åtgärder: [{id: Å1.1, vad: Ljus i gången, fortsätter: [Å9]}]
        # fil: förra.yaml
        samverkan: 1
        typ: överenskommelse
        åtgärder: [{id: Å9, vad: Ljus i gången}]
        utfall: [{åtgärd: Å9, bedömning: gul}]

    Godkänns:

        ersätter: {fil: förra.yaml}
        bortprioriterat: [{namn: Ljus i gången, skäl: Gången är riven.}]
        # fil: förra.yaml
        samverkan: 1
        typ: överenskommelse
        åtgärder: [{id: Å9, vad: Ljus i gången}, {id: Å10, vad: Klasspass}, {id: Å11, vad: Torgvärdar, avslutad: {datum: 2018-11-30}}]
        utfall: [{åtgärd: Å10, bedömning: gul}, {åtgärd: Å10, bedömning: grön}]

    Godkänns:

        ersätter: {fil: förra/agreement.yaml}
        # fil: förra/agreement.yaml
        samverkan: 1
        typ: överenskommelse
        åtgärder: [{id: Å9, vad: Ljus i gången}]
        bilagor: [{nr: "8", fil: 8.yaml}, {nr: "7", fil: 7.yaml}]
        # fil: förra/7.yaml
        samverkan: 1
        typ: uppföljning
        datum: 2017-11-20
        utfall: [{åtgärd: Å9, bedömning: gul}]
        # fil: förra/8.yaml
        samverkan: 1
        typ: uppföljning
        datum: 2018-11-20
        utfall: [{åtgärd: Å9, bedömning: grön}]

    Underkänns:

        ersätter: {fil: förra.yaml}  # <-
        åtgärder: [{id: Å1.1, vad: Klasspass}]
        # fil: förra.yaml
        samverkan: 1
        typ: överenskommelse
        åtgärder: [{id: Å9, vad: Ljus i gången}]
        utfall: [{åtgärd: Å9, bedömning: gul}]

    Källa: Samverkanshandboken, steg 5: uppföljningen är underlag när samverkan börjar om
    """
    dossier = case.dossier
    taken = {id for action in dossier.actions for id in action.continues}
    declined = {fold(item.name) for item in dossier.all(lambda document: document.deprioritised) if item.name}
    for action in (one for before in dossier.family.predecessors for one in open_actions(before)):
        if action.id in taken or (action.what and fold(action.what) in declined):
            continue
        yield Finding(
            f"åtgärden {action.id} hos föregångaren är öppen men varken övertagen eller avslutad",
            dossier.agreement.at("replaces"),
            f"Skriv  fortsätter: [{action.id}]  på den åtgärd som tar över, eller avsluta den hos föregångaren.",
            related=((action.here, action.what or "åtgärden"),),
            cured_by=frozenset({"fortsätter"}),
        )


def open_actions(dossier: Dossier) -> list[Action]:
    """The actions that are neither closed nor judged green the last time."""
    return [action for action in dossier.actions if action.id and action.closed is None and not _is_done(dossier, action)]


def _is_done(dossier: Dossier, action: Action) -> bool:
    latest = dossier.graph.assessment_of(action.id)
    return latest is not None and latest.assessment == "grön"
