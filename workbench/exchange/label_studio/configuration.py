"""The labeling configuration of a scheme: what Label Studio's editor shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal
from xml.etree import ElementTree as ET

from workbench.exchange.label_studio.controls import (
    ARTICLE,
    ATTRIBUTION,
    FEATURE,
    LABELS,
    PART,
    ROLE,
    SENTENCE,
    TEXT,
    UNDERSTOOD,
    Control,
    list_controls,
)
from workbench.scheme import Label, Realization, Scheme, Stance, Wording

Element = ET.Element
Direction = Literal["rtl", "ltr"]

_COLOURS = {UNDERSTOOD: "#52708f", ATTRIBUTION: "#3b7f6b", SENTENCE: "#737b87"}
_NAMES = {UNDERSTOOD: "ادعاء مفهوم", ATTRIBUTION: "نسبة بلا مؤشر", SENTENCE: "جملة"}
_HINTS = {
    UNDERSTOOD: "A claim that is only understood: mark any word of its sentence, and say what it "
    "is under proposition.",
    ATTRIBUTION: "An attribution without a cue: mark its source again, or where it has none any "
    "word of its sentence. It carries the stance, and its relations go out from here.",
    SENTENCE: "What was decided on a sentence: mark any word of it, or take the mark at its end.",
}
_VALUES = {
    ("voice", "author"): "قول الكاتب نفسه",
    ("unsure", "unsure"): "غير متأكد",
    ("flag", "flagged"): "للمراجعة",
    ("status", "open"): "مفتوحة",
    ("status", "done"): "منجزة",
    ("status", "skipped"): "متروكة",
    (ARTICLE, "done"): "نعم، كله",
    (ARTICLE, "open"): "ليس بعد",
}
_TITLES = {
    "stance": "Stance · الموقف",
    "certainty": "Certainty · درجة التأكيد",
    "realization": "Source · المصدر",
    "voice": "Whose claim · صاحب القول",
    "proposition": "Proposition · مضمون القول",
    "unsure": "In doubt · شك",
    "note": "Note · ملاحظة",
    "status": "Sentence · الجملة",
    "flag": "Flag · تنبيه",
    "comment": "Comment · تعليق",
    ARTICLE: "Have you looked at the whole article? · هل راجعت المقال كله؟",
}
# Arrows lie over the words, so they are thin until one works on relations.
_STYLE = """
.wb { display: flex; gap: 16px; align-items: flex-start; flex-direction: row-reverse; }
.wb-text { flex: 1 1 auto; min-width: 0; }
.wb-said { flex: 0 0 320px; position: sticky; top: 0; max-height: 80vh; overflow-y: auto;
  overflow-x: hidden; }
.wb-said h1, .wb-said h2, .wb-said h3, .wb-said h4, .wb-said h5, .wb-said h6 {
  font-size: 14px; margin: 8px 0 0; }
.wb-text .wb-labels { position: sticky; top: 0; z-index: 5; padding: 4px 0;
  background: var(--color-neutral-background, Canvas); }
.wb .lsf-richtext__container { direction: DIRECTION; text-align: start; font-size: 18px;
  line-height: 2.4; }
.relations-overlay { opacity: 0.45; }
"""


def dump_config(scheme: Scheme, *, direction: Direction = "rtl") -> str:
    """Return the labeling configuration of `scheme` as XML; the same scheme, the same bytes.

    Parameters
    ----------
    direction
        The direction that texts run in; it changes the style alone.
    """
    controls = list_controls(scheme)
    root = Element("View", className="wb")
    ET.SubElement(root, "Style").text = _STYLE.replace("DIRECTION", direction)
    relations = ET.SubElement(root, "Relations", choice="multiple")
    ET.SubElement(relations, "Relation", value=PART)
    left = ET.SubElement(root, "View", className="wb-text")
    _add_labels(left, scheme)
    ET.SubElement(
        left,
        "Text",
        name=TEXT,
        value="$text",
        valueType="text",
        granularity="symbol",
        saveTextResult="yes",
    )
    right = ET.SubElement(root, "View", className="wb-said")
    _add_control(right, controls[ARTICLE], scheme)
    for control in controls.values():
        if control.name not in (ROLE, ARTICLE):
            _add_control(right, control, scheme)
    ET.indent(root)
    return ET.tostring(root, encoding="unicode") + "\n"


def _add_labels(parent: Element, scheme: Scheme) -> None:
    place = ET.SubElement(parent, "View", className="wb-labels")
    labels = ET.SubElement(
        place, "Labels", name=ROLE, toName=TEXT, choice="single", showInline="true"
    )
    roles = {role.value.upper(): role for role in scheme.roles}
    free = (str(number) for number in range(1, 10) if str(number) not in _taken(scheme))
    for label in LABELS:
        role = roles.get(label)
        colour = role.colour.light if role else _COLOURS[label]
        hotkey = (_key(role.hotkey) if role else "") or next(free, "")
        hint = _say(role.definition) if role else _HINTS[label]
        name = role.name.ar if role else _NAMES[label]
        shown = {"value": f"{name} · {label}", "alias": label, "background": colour}
        more = {"hotkey": hotkey, "hint": hint}
        ET.SubElement(labels, "Label", shown | {k: v for k, v in more.items() if v})


def _taken(scheme: Scheme) -> set[str]:
    """Return the digits that the scheme's own hotkeys take."""
    hotkeys = [each.hotkey for each in scheme.roles]
    hotkeys += [each.hotkey for each in scheme.stances]
    hotkeys += [each.hotkey for each in scheme.realizations]
    return {_key(each) for each in hotkeys}


def _add_control(parent: Element, control: Control, scheme: Scheme) -> None:
    attributes = {"name": control.name, "toName": TEXT}
    if control.labels:
        attributes |= {
            "perRegion": "true",
            "whenTagName": ROLE,
            "whenLabelValue": ",".join(control.labels),
        }
        shown = {"visibleWhen": "region-selected", "whenLabelValue": ",".join(control.labels)}
        parent = ET.SubElement(parent, "View", {**shown, "whenTagName": ROLE})
    ET.SubElement(parent, "Header", value=_title(control, scheme), size="6")
    if control.kind == "textarea":
        more = {"rows": "2", "maxSubmissions": "1", "editable": "true"}
        ET.SubElement(parent, "TextArea", {**attributes, **more})
        return
    if control.name == ARTICLE:
        attributes |= {
            "required": "true",
            "requiredMessage": "Say beside the text whether you have looked at the whole article.",
        }
    one = len(control.values) == 1
    attributes |= {"choice": "multiple" if one else "single-radio", "showInline": "true"}
    choices = ET.SubElement(parent, "Choices", attributes)
    described = _describe(control, scheme)
    for value in control.values:
        # The alias is what results hold; the editor shows the value.
        name, hotkey, hint = described.get(value, (_VALUES.get((control.name, value), ""), "", ""))
        shown = {"value": f"{name} · {value}" if name else value, "alias": value}
        more = {"hotkey": hotkey, "hint": hint}
        ET.SubElement(choices, "Choice", shown | {k: v for k, v in more.items() if v})


def _title(control: Control, scheme: Scheme) -> str:
    for feature in scheme.features:
        if control.name == FEATURE + feature.name:
            return _say(feature.label)
    return _TITLES.get(control.name, control.name)


def _describe(control: Control, scheme: Scheme) -> Mapping[str, tuple[str, str, str]]:
    """Return the Arabic name, the hotkey and the definition of each value that the scheme has."""
    labels: Sequence[Label | Stance | Realization] = ()
    if control.name == "stance":
        labels = scheme.stances
    elif control.name == "certainty":
        labels = scheme.certainty_labels
    elif control.name == "realization":
        labels = scheme.realizations
    elif control.name.startswith(FEATURE):
        name = control.name.removeprefix(FEATURE)
        labels = next(each.values for each in scheme.features if each.name == name)
    return {
        each.value: (each.name.ar, _key(getattr(each, "hotkey", None)), _say(each.definition))
        for each in labels
    }


def _say(wording: Wording) -> str:
    return f"{wording.en} · {wording.ar}"


def _key(code: str | None) -> str:
    """Return a physical key as Label Studio names it: ``KeyQ`` as q, ``Digit1`` as 1."""
    code = code or ""
    return code.removeprefix("Key").removeprefix("Digit").lower()
