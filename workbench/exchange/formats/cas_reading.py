"""UIMA CAS read back: files of this workbench, of INCEpTION with its layers, and of others."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.parsers import expat

import msgspec

from workbench.errors import InputError, OffsetError, WorkbenchError
from workbench.exchange.formats.cas import (
    ATTRIBUTION,
    CLAIM,
    RECORD,
    TYPE_SYSTEM,
    import_cassis,
    printable,
)
from workbench.exchange.formats.folders import iter_files, load_json, read_bytes
from workbench.exchange.formats.found import (
    Extra,
    FoundAttribution,
    FoundClaim,
    FoundDocument,
    Ground,
    Range,
    load_carried,
    load_extra,
)
from workbench.exchange.formats.linking import Region, find_role, link_regions
from workbench.exchange.formats.losses import Losses
from workbench.exchange.formats.rebuilding import rebuild_record
from workbench.exchange.formats.texts import TextMap
from workbench.model import Record, compute_text_sha256

_BUILT_IN = ("uima.", "de.tudarmstadt.ukp.dkpro.core.")
_RELATION = ("Governor", "Dependent")


def iter_cas_json_records(path: Path, ground: Ground, losses: Losses) -> Iterator[Record]:
    """Yield a record for each UIMA CAS JSON file of `path`, a folder or one file.

    Raises
    ------
    InputError
        A file is no such JSON; the message names it.
    """

    def load(content: bytes, place: str) -> Any:
        data = load_json(content, place)
        if not isinstance(data, dict) or "%FEATURE_STRUCTURES" not in data:
            raise InputError(f"{place}: Expected UIMA CAS JSON, got other JSON.")
        return import_cassis().load_cas_from_json(content.decode("utf-8-sig"))

    for file in iter_files(path, ".json"):
        yield _read(file, path, load, ground, losses)


def iter_cas_xmi_records(path: Path, ground: Ground, losses: Losses) -> Iterator[Record]:
    """Yield a record for each XMI file of `path`; their type system is `TypeSystem.xml`.

    Raises
    ------
    InputError
        A file is no XMI, has a document type, or its type system is not there.
    """
    types = _read_types(path)

    def load(content: bytes, place: str) -> Any:
        check_xml(content, place)
        return import_cassis().load_cas_from_xmi(BytesIO(content), typesystem=types)

    for file in iter_files(path, ".xmi"):
        yield _read(file, path, load, ground, losses)


def check_xml(content: bytes, place: str) -> None:
    """Raise `InputError` unless `content` is whole XML without a document type.

    A document type is where XML can name other files, and entities that grow without end; neither
    XMI nor a type system has one.
    """

    def refuse(*_parts: Any) -> None:
        raise InputError(f"{place}: Expected XML without a document type, got one.")

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)  # noqa: FBT003 the parser takes no keywords
    except expat.ExpatError as error:
        raise InputError(f"{place}: Expected whole XML, got: {error}.") from error


def _read_types(path: Path) -> Any:
    folder = path if path.is_dir() else path.parent
    names = [each for each in folder.rglob("*.xml") if each.name.lower() == TYPE_SYSTEM.lower()]
    if not names:
        raise InputError(
            f"Expected the type system {TYPE_SYSTEM} in {folder}, got none.",
            hint="Export from INCEpTION as `UIMA CAS XMI`, which has it, and unpack the archive.",
        )
    file = min(names, key=lambda each: (len(each.parts), each))
    content = read_bytes(file)
    check_xml(content, str(file))
    return _call(lambda: import_cassis().load_typesystem(BytesIO(content)), str(file))


def _call(load: Callable[[], Any], place: str) -> Any:
    """Return what `load` gives; whatever a library raises over a file is an `InputError`."""
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        try:
            loaded = load()
        except WorkbenchError:
            raise
        except Exception as error:
            kind = type(error).__name__
            raise InputError(
                f"{place}: Expected a UIMA CAS, got something else ({kind}: {str(error)[:200]})."
            ) from error
    for warning in told:
        if str(warning.message).startswith("Not mapping"):
            raise OffsetError(f"{place}: Expected UTF-16 offsets that fit: {warning.message}.")
    return loaded


def _read(
    file: Path,
    path: Path,
    load: Callable[[bytes, str], Any],
    ground: Ground,
    losses: Losses,
) -> Record:
    place = str(file)
    content = read_bytes(file)
    cas = _call(lambda: load(content, place), place)
    name = file.name if file == path else file.relative_to(path).as_posix()
    reader = _Reader(cas, place, name.rpartition(".")[0], losses)
    return rebuild_record(reader.read(), ground, losses)


class _Reader:
    """Reads one CAS."""

    def __init__(self, cas: Any, place: str, name: str, losses: Losses) -> None:
        self._cas = cas
        self._place = place
        self._losses = losses
        self._known = {each.name for each in cas.typesystem.get_types()}
        raw = cas.sofa_string
        if not isinstance(raw, str):
            raise InputError(f"{place}: Expected a CAS with a text, got one without.")
        carried = self._load_carried()
        if carried is not None:
            raw = self._put_back(raw, carried.pop("replaced", []))
        loaded = None if carried is None else load_carried(carried, place)
        is_stored = loaded is not None and (_digest(raw, place) == loaded.document.text_sha256)
        self._map = TextMap(raw, place, is_stored=is_stored)
        self._found = FoundDocument(place, name, "cas", self._map.text, loaded)
        language = cas.document_language
        self._found.language = language if language != "x-unspecified" else None

    def read(self) -> FoundDocument:
        """Return the document."""
        if ATTRIBUTION in self._known or CLAIM in self._known:
            self._add_claims()
            self._add_attributions()
        else:
            self._add_regions()
        return self._found

    def _load_carried(self) -> dict[str, Any] | None:
        if RECORD not in self._known:
            return None
        found = self._select(RECORD)
        if not found or not found[0].record:
            return None
        return self._load_object(found[0].record)

    def _load_object(self, text: str | None) -> dict[str, Any]:
        value = {} if not text else load_json(text.encode("utf-8", "replace"), self._place)
        if not isinstance(value, dict):
            raise InputError(f"{self._place}: Expected a JSON object, got {text!r}.")
        return value

    def _put_back(self, text: str, replaced: Any) -> str:
        """Return `text` with the characters that XML could not hold."""
        characters = list(text)
        try:
            for offset, character in msgspec.convert(replaced, list[tuple[int, str]]):
                if not 0 <= offset < len(characters) or printable(character) != characters[offset]:
                    raise InputError(f"{self._place}: Expected the exported text, got another.")
                characters[offset] = character
        except msgspec.ValidationError as error:
            raise InputError(f"{self._place}: Expected pairs, got: {error}.") from error
        return "".join(characters)

    def _range(self, annotation: Any) -> Range:
        begin, end = getattr(annotation, "begin", None), getattr(annotation, "end", None)
        if not isinstance(begin, int) or not isinstance(end, int):
            raise OffsetError(f"{self._place}: Expected offsets, got {begin!r} to {end!r}.")
        return self._map.move(begin, end)

    def _add_claims(self) -> None:
        claims: dict[str, FoundClaim] = {}
        for each in self._select(CLAIM):
            key = f"item:{each.item}" if each.item else f"fs:{id(each)}"
            extra = self._load_object(each.workbench)
            is_marked = extra.pop("marked", True)
            if key not in claims:
                claims[key] = FoundClaim(key, [], Extra(id=each.item))
            if is_marked:
                claims[key].ranges.append(self._range(each))
            if each.workbench or each.note or each.unsure or each.proposition or each.cluster:
                claims[key].extra = self._merge(extra, each)
        self._found.claims = list(claims.values())

    def _merge(self, extra: dict[str, Any], annotation: Any) -> Extra:
        """Return what is beside an item, with the features that a person may have edited."""
        loaded = load_extra(extra, self._place)
        fields: dict[str, Any] = {"unsure": bool(annotation.unsure)}
        for name in ("note", "proposition"):
            shown, exact = getattr(annotation, name, None), getattr(loaded, name)
            is_same = exact is not None and printable(exact) == (shown or "")
            fields[name] = exact if is_same else shown
        fields["cluster"] = getattr(annotation, "cluster", None)
        fields["id"] = annotation.item or loaded.id
        return msgspec.structs.replace(loaded, **fields)

    def _add_attributions(self) -> None:
        annotations = self._select(ATTRIBUTION)
        keys = {id(each): f"item:{each.item}" for each in annotations if each.item}
        for each in annotations:
            found = FoundAttribution(
                keys.get(id(each), f"fs:{id(each)}"),
                realization=each.realization,
                stance=each.stance,
                certainty=each.certainty,
                extra=self._merge(self._load_object(each.workbench), each),
            )
            for link in getattr(each.arguments, "elements", None) or ():
                self._take_argument(found, link)
            self._found.attributions.append(found)

    def _take_argument(self, found: FoundAttribution, link: Any) -> None:
        target = getattr(link, "target", None)
        role = str(getattr(link, "role", None) or "").lower()
        if target is None:
            self._losses.add("arguments", "dropped", why="an empty slot")
        elif target.type.name in (CLAIM, ATTRIBUTION):
            item = getattr(target, "item", None)
            found.targets.append(f"item:{item}" if item else f"fs:{id(target)}")
        else:
            # The layer says what a region is; the slot's name is what a person may mistype.
            kind = find_role(target.type.name) or find_role(role)
            lists = {"source": found.source, "cue": found.cue, "anchor": found.anchor}
            if kind in lists:
                lists[kind].append(self._range(target))
            else:
                self._losses.add("arguments", "dropped", why=f"of role {role}")

    def _add_regions(self) -> None:
        """Add what layers of other makers say: regions by type or label, and what ties them."""
        regions: dict[str, Region] = {}
        links: list[tuple[str, str]] = []
        for each in self._cas.select_all_annotations():
            name = each.type.name
            if all(hasattr(each, end) for end in _RELATION):
                ends = [f"fs:{id(getattr(each, end))}" for end in _RELATION]
                links.append((ends[0], ends[1]))
                continue
            if name.startswith(_BUILT_IN):
                continue
            self._check_strings(each)
            labels = [name, *(getattr(each, n, None) for n in ("label", "value", "category"))]
            found = (find_role(label) for label in labels if isinstance(label, str))
            role = next((each for each in found if each), None)
            if role is None:
                self._losses.add("annotations", "dropped", why=f"of the unknown type {name}")
                continue
            key = f"fs:{id(each)}"
            regions[key] = Region(
                key,
                role,
                [self._range(each)],
                getattr(each, "stance", None),
                getattr(each, "certainty", None),
                getattr(each, "realization", None),
            )
            links += [(key, f"fs:{id(other)}") for other in _iter_references(each)]
        link_regions(self._found, regions, links, self._losses)

    def _select(self, name: str) -> list[Any]:
        found = list(self._cas.select(name)) if name in self._known else []
        for each in found:
            self._check_strings(each)
        return found

    def _check_strings(self, annotation: Any) -> None:
        # JSON may give a string feature any value, and the library takes it.
        for feature in annotation.type.all_features:
            value = getattr(annotation, feature.name, None)
            is_string = feature.rangeType.name == "uima.cas.String"
            if is_string and not isinstance(value, str | None):
                raise InputError(
                    f"{self._place}: Expected text in {feature.name} of {annotation.type.name}, "
                    f"got {str(value)[:40]!r}."
                )


def _iter_references(annotation: Any) -> Iterator[Any]:
    """Yield what the features of `annotation` point at, by way of arrays and links."""
    for feature in annotation.type.all_features:
        if feature.name == "sofa":
            continue
        value = getattr(annotation, feature.name, None)
        for each in getattr(value, "elements", None) or [value]:
            target = getattr(each, "target", each)
            if hasattr(target, "begin") and target is not annotation:
                yield target


def _digest(text: str, place: str) -> str:
    try:
        return compute_text_sha256(text)
    except UnicodeEncodeError as error:
        raise InputError(f"{place}: Expected characters, got half of a pair.") from error
