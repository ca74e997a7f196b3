"""An answer in plain words where the file may have them instead of keys, and what a successor leaves behind of the new keys."""

from pathlib import Path

import pytest

from samverkan_cli.errors import SamverkanError
from samverkan_cli.project.discovery import find_dossiers
from samverkan_cli.project.sources import Sources
from samverkan_cli.scaffold.kinds import kind_named
from samverkan_cli.scaffold.successor import inherited
from samverkan_cli.scaffold.targets import areas_of
from samverkan_cli.scaffold.values import put
from support.packages import TODAY

ACTION = kind_named("åtgärd")


@pytest.mark.parametrize(
    ("key", "answer", "written"),
    [
        ("plats", "torget, parken", {"plats": ["torget", "parken"]}),
        ("plats.namn", "torget", {"plats": [{"namn": "torget"}]}),
        ("resurser", "två pass, en lokal", {"resurser": "två pass, en lokal"}),
        ("resurser.timmar", "6", {"resurser": [{"timmar": 6}]}),
        ("vem.ansvarig.sammankallande", "samordnaren", {"vem": {"ansvarig": {"sammankallande": "samordnaren"}}}),
        ("gäller_problem", "P1, P2", {"gäller_problem": ["P1", "P2"]}),
    ],
)
def test_what_is_answered_in_words_is_written_in_words(key: str, answer: str, written: dict[str, object]) -> None:
    assert ACTION is not None
    entry: dict[str, object] = {}
    put(entry, ACTION, key, answer)
    assert entry == written


@pytest.mark.parametrize("key", ["när", "vem", "uppföljning"])
def test_what_has_only_keys_under_it_is_answered_key_by_key(key: str) -> None:
    assert ACTION is not None
    with pytest.raises(SamverkanError):
        put({}, ACTION, key, "ord")


OLD = """\
samverkan: 1
typ: överenskommelse
titel: Förra
datum: 2018-12
parter: [{id: kommun, typ: kommun, namn: Exempelby, ingår_i: Länet, ärende: {diarienummer: KS-1}}]
fokusområden: [{id: F1, namn: Unga, fortsätter: [F0]}]
problem: [{id: P1, namn: Rån, gäller_fokusområden: [F1]}]
samverkansorganisation:
  - id: råd
    mötesdagar: [2019-02-13]
    leds_av: [{grupp: råd, sammankallande: {funktion: samordnare, namn: Någon Ettsson}}]
"""


def test_a_successor_leaves_days_names_and_old_ids_behind(tmp_path: Path) -> None:
    (tmp_path / "agreement.yaml").write_text(OLD, encoding="utf-8")
    (before,) = find_dossiers([tmp_path], TODAY, Sources(base=tmp_path))
    carried = inherited(before, "../agreement.yaml", ())
    assert carried.date == "2018-12"
    assert carried.names_left_out == 1
    assert carried.sections["parter"] == [{"id": "kommun", "typ": "kommun", "namn": "Exempelby", "ingår_i": "Länet"}]
    assert carried.sections["fokusområden"] == [{"id": "F1", "namn": "Unga"}]
    assert carried.sections["samverkansorganisation"] == [
        {"id": "råd", "leds_av": [{"grupp": "råd", "sammankallande": {"funktion": "samordnare"}}]}
    ]


def test_an_action_that_names_its_problem_is_in_the_area_of_it(tmp_path: Path) -> None:
    (tmp_path / "agreement.yaml").write_text(OLD, encoding="utf-8")
    (before,) = find_dossiers([tmp_path], TODAY, Sources(base=tmp_path))
    assert areas_of(before, {"gäller_problem": ["P1"]}) == ["F1"]
