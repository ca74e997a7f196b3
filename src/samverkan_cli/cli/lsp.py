"""``samverkan lsp``."""

from samverkan_cli.cli.common import AllSteps, SettingsFile, Today, evaluation_date
from samverkan_cli.errors import SamverkanError


def lsp(today: Today = None, settings: SettingsFile = None, all_steps: AllSteps = False) -> int:
    """Tala med en redigerare: samma fynd som check medan du skriver. Startas av redigeraren, inte för hand."""
    try:
        import pygls  # noqa: F401
    except ImportError:
        raise SamverkanError(
            "stödet för redigerare är inte installerat", 'Installera det med  pip install "samverkan-cli[editor]"  och försök igen.'
        ) from None
    from samverkan_cli.api import Options
    from samverkan_cli.lsp.analyzer import AnalyzerOptions
    from samverkan_cli.lsp.server import make_server

    evaluation_date(today)
    policy = AnalyzerOptions(lambda: evaluation_date(today), settings.absolute() if settings else None, Options(all_steps=all_steps))
    make_server(policy).start_io()
    return 0
