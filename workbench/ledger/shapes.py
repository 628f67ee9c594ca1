"""The shape of each stance: the same in the widget and in pictures, and never colour alone."""

from __future__ import annotations

from workbench.scheme import Scheme

SHAPES = ("circle", "square", "triangle", "diamond", "hexagon", "pentagon", "star")
RELAY, OWN = "arrow", "bar"
"""The shape of the stance that only relays, and of what the writer states in their own voice."""


def choose_shapes(scheme: Scheme) -> dict[str, str]:
    """Return the shape of each stance of `scheme`, in its order; after the seventh they repeat."""
    others = [each.value for each in scheme.stances if each.value != scheme.relay_stance]
    found = {value: SHAPES[number % len(SHAPES)] for number, value in enumerate(others)}
    return {**found, scheme.relay_stance: RELAY}
