"""What a text speaks of: words whatever their endings, and days however they are written."""

from samverkan_cli.text.stems import days, stems


def test_words_by_how_they_begin() -> None:
    assert stems("Socialtjänstens enhetschef för unga, 14 dagar") & stems("enhetschefen i socialtjänsten") == stems(
        "enhetschef socialtjänst"
    )
    assert stems("den 30 och 2020") == frozenset()
    assert stems("Förra") == stems("forra"), "without the dots too"


def test_days_and_months() -> None:
    assert days("Flyttas till den 30 september 2020, senast mars 2021 eller 2021-04-05.") == {"2020-09-30", "2021-03", "2021-04-05"}
    assert days("Torsdagar klockan 13–15") == frozenset()
