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


class Group(StrEnum):
    """When a finding matters: now (the step is behind), in the step that is going on, or later. The values are the JSON output's words."""

    NOW = "now"
    STEP = "step"
    LATER = "later"


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

    def covers(self, line: int, column: int) -> bool:
        """Whether what begins at a line and a column begins here."""
        return (self.line, self.column) <= (line, column) < (self.end_line, self.end_column)


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
class Item:
    """One of the things that a finding lists: the ``id`` of what it is about, if it has one, and ``what`` is lacking there, in a word or two.

    Each is known and exempted by itself; ``excused`` says by what, ``undantag`` or ``baseline``, or nothing.
    """

    what: str
    id: str = ""
    excused: str = ""

    @property
    def key(self) -> str:
        """What it is recognised by within its finding."""
        return f"{self.id} {self.what}".strip()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something is missing or wrong, at a place.

    ``message`` is one Swedish sentence without a full stop; ``help`` says what to do; ``suggestion`` is a YAML block that can be pasted at the place
    (or at ``suggestion_place``, where it belongs somewhere else).
    ``cured_by`` are the words (keys, ids) that would cure the finding wherever they stand: if one of them stands in what could not be read,
    the finding is not claimed. ``superseded_by`` are the rules that this one gives way to: if one of them has said something of the same thing,
    the fact is said already. ``level`` is given only where it is milder than the rule's own. ``progress`` is the short form for a checklist.
    ``items`` are the things that it lists, where it lists several. ``given_by_signing`` says that the signing itself will put it right, so that
    it does not stand in the way of it.
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
    items: tuple[Item, ...] = ()
    given_by_signing: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """This place shows that the fact the rule asks for is there; ``declared`` where it only says that the thing exists, elsewhere.

    ``why`` says in a few words what was counted, where the place alone does not.
    """

    place: Place
    declared: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Unjudged:
    """What the rule asks for can be neither seen nor missed: it stands somewhere that was not read. ``why`` says where, in words."""

    why: str


@dataclass(frozen=True, slots=True)
class Declined:
    """What the rule asks for is voluntary, and this place says that it was chosen away, and why."""

    place: Place
    why: str


@dataclass(frozen=True, slots=True)
class Inapplicable:
    """The rule's source asks nothing of this dossier, for the reason ``why``."""

    why: str


Outcome = Finding | Evidence | Unjudged | Declined | Inapplicable
"""What a rule may say."""


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
    """A finding with everything a reporter needs: code, level, lines, fingerprint.

    ``step`` is the one that delivers the thing (none: judged always), and ``group`` what that means on the day judged. ``absent`` says that
    the whole section is missing from its document, so that its line is only where the document begins. ``former_fingerprint`` is what the
    finding was recognised by in baselines of version 1.
    """

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
    items: tuple[Item, ...] = ()
    group: Group = Group.NOW
    step: int | None = None
    absent: bool = False
    given_by_signing: bool = False
    former_fingerprint: str = ""
