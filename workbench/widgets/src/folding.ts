/** Letters made alike for a look at what is on the page, as `workbench.text` folds them for a search. */

const DROPPED = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0640\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const LETTERS: Readonly<Record<string, string>> = { "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه" };

export function fold(text: string): string {
  return text.toLowerCase().replace(DROPPED, "")
    .replace(/[أإآٱىیکة]/gu, (letter) => LETTERS[letter] ?? letter)
    .replace(/[٠-٩۰-۹]/gu, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/\s+/gu, " ").trim();
}
