"""Languages by script, and directions by language."""

# ruff: noqa: E501  cases stand in tables, and paragraphs are whole

from __future__ import annotations

import pytest

from workbench.text import detect_language, direction_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("WHO: قالت المنظمة إن الموجة انتهت", "ar"),
        ("كلمات: حريات کوریا", "ar"),
        ("گزارش می‌گوید که پایان این کار نزدیک است", "fa"),
        ("یہ ایک بڑی خبر ہے اور سب اسے پڑھتے ہیں", "ur"),
        ("זו ידיעה קצרה", "he"),
        ("A short report", "en"),
        ("Короткое сообщение", "ru"),
        ("Коротке повідомлення з її місця", "uk"),
        ("今天天气很好", "zh"),
        ("今日は天気がいいです", "ja"),
        ("यह एक वाक्य है", "hi"),
        ("42 !", "und"),
        ("", "und"),
    ],
)
def test_a_script_suggests_its_language(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("ar", "rtl"), ("ar-EG", "rtl"), ("AR_eg", "rtl"), ("fa", "rtl"), ("he", "rtl"), ("ur", "rtl"),
        ("ku", "ltr"), ("ku-Arab", "rtl"), ("ar-Latn", "ltr"), ("en", "ltr"), ("und", "ltr"), (None, "ltr"),
    ],
)  # fmt: skip
def test_a_direction_comes_from_the_language(language: str | None, direction: str) -> None:
    assert direction_of(language) == direction
