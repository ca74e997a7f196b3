"""A key that does not exist where it stands: which one was meant, or where it belongs."""

from __future__ import annotations

from collections.abc import Collection
from collections.abc import Mapping as Lookup
from functools import cache

from samverkan_cli.diagnostics import Fix, KeyPath, Replacement
from samverkan_cli.models.base import Node
from samverkan_cli.models.keys import Key, key_at, keys_of, nodes_below, spellings
from samverkan_cli.swedish import listing
from samverkan_cli.text.spelling import alike, nearest, signs_missing
from samverkan_cli.validation.other_words import meant_by
from samverkan_cli.yaml.reader import resolve
from samverkan_cli.yaml.slips import glued_colon, split_glued
from samverkan_cli.yaml.tree import Entry, Fault, Mapping, Scalar, Sequence, Tree, data, proposal_fix, words


def model_at(model: type[Node], path: KeyPath) -> type[Node] | None:
    """The model of what stands at a path."""
    keys = [step for step in path if isinstance(step, str)]
    if not keys:
        return model
    found = key_at(model, *keys)
    return found.below if found is not None else None


def unknown_key(parent: Mapping, model: type[Node], path: KeyPath, key: str) -> Fault:
    """A key that does not exist here: name the right one, and read it as that if nothing stands there already."""
    here = model_at(model, path[:-1])
    known = keys_of(here) if here else {}
    read = spellings(here) if here else {}
    entry = parent.entries[key]
    if (colon := _split_colon(parent, path, read, key)) is not None:
        return colon
    other = _other_word(here, key, entry.value)
    meant_key = None if other else nearest(key, read)
    proposal = other or (read[meant_key].key if meant_key else None)
    if proposal and proposal not in parent.entries:
        cause = signs_missing(key, proposal)
        message = f"nyckeln ”{key}” finns inte; den heter ”{proposal}”" + (f" ({cause})" if cause else "")
        renamed = {(proposal if name == key else name): value for name, value in parent.entries.items()}
        parent.entries.clear()
        parent.entries.update(renamed)
        # A key that belongs elsewhere may be meant there.
        fix = proposal_fix(Replacement(entry.key_span, proposal), safe=not (other and _is_known(model, key)))
        where = (*path[:-1], proposal)
        return Fault("FIL05", message, entry.key_span, f"Skriv  {proposal}:  i stället.", where, recovered=True, fixes=(fix,))
    lost = frozenset(words(entry.value)) | {key}
    before = _text_before(parent, key)
    del parent.entries[key]
    if proposal:
        return Fault(
            "FIL05",
            f"nyckeln ”{key}” finns inte; den heter ”{proposal}”, som redan står här",
            entry.key_span,
            "Behåll bara den ena.",
            path,
            lost,
        )
    elsewhere = _where_known(model, key, known)
    if elsewhere:
        return Fault(
            "FIL05",
            f"nyckeln ”{key}” hör inte hemma här",
            entry.key_span,
            f"{_allowed(known)} Nyckeln hör hemma {elsewhere}: kontrollera indraget.",
            path,
            lost,
        )
    if before is not None:
        message = f"nyckeln ”{key}” finns inte här: kommat före den slutar värdet av ”{before}”"
        help = f'Hör ”{key}: …” till texten sätts hela texten inom citattecken:  {before}: "…, {key}: …"'
        return Fault("FIL05", message, entry.key_span, help, path, lost)
    near = [name for _, name in alike(key, known, 0.65)[:3]]
    meant = [name for name in known if name in near]
    help = f"Menar du {listing(meant, 'eller')}?" if meant else _allowed(known)
    return Fault("FIL05", f"nyckeln ”{key}” finns inte här", entry.key_span, help, path, lost)


def _text_before(parent: Mapping, key: str) -> str | None:
    """The key before, within braces, whose text one of several words may be more of: what cut it off is the comma between them."""
    if not parent.flow or " " not in key:
        return None
    names = list(parent.entries)
    number = names.index(key)
    value = parent.entries[names[number - 1]].value if number else None
    return names[number - 1] if isinstance(value, Scalar) and isinstance(value.value, str) else None


def _allowed(known: Collection[str]) -> str:
    """What may stand at a place, in words."""
    names = list(known)
    return f"Här kan det stå {', '.join(names[:12])}{' …' if len(names) > 12 else '.'}"


def _other_word(here: type[Node] | None, written: str, value: Tree) -> str | None:
    """The key that another word stands for here, if it may hold such a value."""
    fitting = (key.key for key in (meant_by(written, here) if here is not None else ()) if _may_hold(key, value))
    return next(fitting, None)


def _may_hold(key: Key, value: Tree) -> bool:
    items = value.items if isinstance(value, Sequence) and key.many else [value]
    fitting = Mapping if key.below is not None or key.cell is not None else Scalar
    return data(value) is None or all(isinstance(item, fitting) or (key.words_as and isinstance(item, Scalar)) for item in items)


def _split_colon(parent: Mapping, path: KeyPath, read: Lookup[str, Key], key: str) -> Fault | None:
    """``{part:kommun}``: without a colon and a space after the key it is all one key."""
    glued = split_glued(key)
    if glued is None or glued[0] not in read:
        return None
    name, sign, value = read[glued[0]].key, glued[1], glued[2]
    entry = parent.entries.pop(key)
    fixes: tuple[Fix, ...] = ()
    if name not in parent.entries and data(entry.value) is None:
        parent.entries[name] = Entry(name, entry.key_span, Scalar(resolve(value), value, entry.key_span))
        fixes = (proposal_fix(Replacement(entry.key_span, f"{name}: {value}")),) if parent.flow else ()
    message, help = (f"det saknas ett mellanslag efter kolonet i ”{key}”", "") if sign == ":" else glued_colon(glued[0] + sign, glued[0])
    return Fault(
        "FIL05", message, entry.key_span, help or f"Skriv  {name}: {value}", (*path[:-1], name), recovered=bool(fixes), fixes=fixes
    )


def _is_known(model: type[Node], key: str) -> bool:
    """Whether there is such a key anywhere in a kind of document."""
    return key in keys_of(model) or key in _homes(model)


def _where_known(model: type[Node], key: str, here: Collection[str]) -> str:
    """Where such a key stands, in words: at the left margin, or under the keys nearest above; if some of them may stand here, those."""
    homes = _homes(model).get(key, ())
    above = [name for name in homes if name in here] or homes
    found = ["vid filens vänsterkant"] if key in keys_of(model) else []
    if above:
        found.append("under " + listing((f"”{name}”" for name in above[:3]), "eller"))
    return listing(found, "eller")


@cache
def _homes(model: type[Node]) -> dict[str, tuple[str, ...]]:
    """For every key below the left margin, the keys that it stands under, the nearest first."""
    homes: dict[str, tuple[str, ...]] = {}
    seen = {model}
    queue = [model]
    for here in queue:
        for above in nodes_below(here):
            assert above.below is not None
            for key in keys_of(above.below):
                if above.key not in homes.get(key, ()):
                    homes[key] = (*homes.get(key, ()), above.key)
            if above.below not in seen:
                seen.add(above.below)
                queue.append(above.below)
    return homes
