/** Questions in a box of their own: the browser's dialog keeps the focus inside and gives it back. */

import { h, patch, type Child } from "./dom.ts";
import type { Texts } from "./texts.ts";

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly primary?: boolean;
}

/** Ask, and tell which choice was taken; `null` when the person went away from it. */
export function ask(root: HTMLElement, title: string, body: Child, choices: readonly Choice[], wide = false): Promise<{ choice: string; fields: Record<string, string> } | null> {
  const box = document.createElement("dialog");
  box.className = wide ? "wb-dialog wb-wide" : "wb-dialog";
  box.setAttribute("aria-label", title);
  patch(box, h("form", { method: "dialog" },
    h("h2", { tabindex: -1 }, title),
    h("div", { class: "wb-dialog-body" }, body),
    h("div", { class: "wb-choices" }, choices.map((choice) =>
      h("button", { type: "submit", value: choice.value, class: choice.primary ? "wb-primary" : "wb-plain" }, choice.label))),
  ));
  root.append(box);
  box.showModal();
  // the first field rather than a button: most questions are answered by typing
  const field = box.querySelector<HTMLElement>("textarea, input, select");
  (field ?? box.querySelector<HTMLElement>("h2"))?.focus();
  return new Promise((resolve) => {
    box.addEventListener("close", () => {
      const form = box.querySelector("form");
      const fields = Object.fromEntries([...new FormData(form ?? undefined)].map(([name, value]) => [name, String(value)]));
      box.remove();
      resolve(box.returnValue ? { choice: box.returnValue, fields } : null);
    });
  });
}

/** Ask for one line, or with `long` for several; `null` when the person changed their mind. */
export async function askText(root: HTMLElement, { t }: Texts, title: string, options: { value: string; label: string; long?: boolean; dir?: string; lang?: string }): Promise<string | null> {
  const { value, label, long, dir, lang } = options;
  const field = long
    ? h("textarea", { name: "text", rows: 3, "aria-label": label, dir: dir ?? "auto", lang }, value)
    : h("input", { name: "text", value, "aria-label": label, inputmode: "numeric", autocomplete: "off" });
  const answer = await ask(root, title, field, [
    { value: "ok", label: t("dialog.ok"), primary: true },
    { value: "", label: t("dialog.cancel") },
  ]);
  return answer ? (answer.fields["text"] ?? "") : null;
}
