"""Annotators for tests: those of agreement."""

from tests.unit.agreement.conftest import vary

__all__ = ["vary"]
