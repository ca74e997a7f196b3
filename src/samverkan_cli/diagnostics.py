"""What a rule says, and what becomes of it: findings and evidence at places, diagnostics with lines."""

from dataclasses import dataclass, field
from enum import StrEnum

KeyPath = tuple[str | int, ...]


class Level(StrEnum):
    """How much a finding matters. The values are the JSON output's words."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def swedish(self) -> str:
        """The word that people see."""
        return {"error": "fel", "warning": "varning", "note": "upplysning"}[self.value]

    @property
    def weight(self) -> int:
        """0 for the worst, so that sorting puts the worst first."""
        return list(Level).index(self)


@dataclass(frozen=True, slots=True)
class Place:
    """A key path in a file. The path may go on below what exists: it then points at where the thing belongs."""

    file: str
    path: KeyPath = ()

    def __truediv__(self, step: str | int) -> "Place":
        return Place(self.file, (*self.path, step))


@dataclass(frozen=True, slots=True)
class Span:
    """Lines and columns, one-based, in Unicode code points; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Replacement:
    """A change: write ``text`` over what stands at ``span``."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Removal:
    """A change: take out the key that stands at ``key``, with its value."""

    key: Span


@dataclass(frozen=True, slots=True)
class Insertion:
    """A change: put in ``block``, YAML that a person wrote, at ``path`` or in what exists nearest above it."""

    path: KeyPath
    block: str


Change = Replacement | Removal | Insertion


@dataclass(frozen=True, slots=True)
class Fix:
    """What can be done about a diagnostic: ``changes`` in one ``file`` (none: saving it as UTF-8 is enough).

    ``safe`` says that the file then means what it was read as; without it somebody must decide. ``title`` is what an editor's menu says.
    """

    title: str
    changes: tuple[Change, ...]
    safe: bool
    file: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something is missing or wrong, at a place.

    ``message`` is one Swedish sentence without a full stop; ``help`` says what to do; ``suggestion`` is a YAML block that can be pasted at the place
    (or at ``suggestion_place``, where it belongs somewhere else).
    ``cured_by`` are the words (keys, ids) that would cure the finding wherever they stand: if one of them stands in what could not be read,
    the finding is not claimed. ``superseded_by`` are the rules that this one gives way to: if one of them has said something of the same thing,
    the fact is said already. ``level`` is given only where it is milder than the rule's own. ``progress`` is the short form for a checklist.
    """

    message: str
    place: Place
    help: str = ""
    suggestion: str = ""
    suggestion_place: Place | None = None
    label: str = ""
    related: tuple[tuple[Place, str], ...] = ()
    cured_by: frozenset[str] = frozenset()
    superseded_by: tuple[str, ...] = ()
    level: Level | None = None
    progress: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """This place shows that the fact the rule asks for is there."""

    place: Place


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a diagnostic does not count: ``by`` is ``undantag`` (the parties' own decision) or ``baseline``."""

    by: str
    reason: str
    until: str | None = None
    decided_by: str | None = None


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that a diagnostic speaks of."""

    file: str
    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding with everything a reporter needs: code, level, lines, fingerprint."""

    code: str
    name: str
    level: Level
    dossier: str
    message: str
    file: str
    span: Span
    help: str = ""
    suggestion: str = ""
    label: str = ""
    why: str = ""
    id: str | None = None
    fingerprint: str = ""
    suppressed: Suppression | None = None
    related: tuple[Related, ...] = field(default=())
    progress: str = ""
    place: Place | None = None
    fixes: tuple[Fix, ...] = ()
