/** Light or dark, whatever the page around the widget is, and the colours of the scheme. */

import type { Scheme } from "./scheme.ts";

export type Theme = "light" | "dark";

/** Keep `root` in the theme of its page, unless the person chose one. */
export function followTheme(root: HTMLElement, chosen: () => string, signal: AbortSignal): () => void {
  const contrast = matchMedia("(prefers-contrast: more)");
  const apply = (): void => {
    const theme = chosen();
    root.dataset["theme"] = theme === "light" || theme === "dark" ? theme : detectTheme(root);
    root.toggleAttribute("data-contrast", theme === "contrast" || (theme === "auto" && contrast.matches));
  };
  apply();
  const observer = new MutationObserver(apply);
  const page = root.ownerDocument;
  for (const element of [page.documentElement, page.body]) {
    observer.observe(element, { attributes: true, attributeFilter: ["class", "data-jp-theme-light", "data-jp-theme-name", "data-theme", "style"] });
  }
  const media = matchMedia("(prefers-color-scheme: dark)");
  media.addEventListener("change", apply, { signal });
  contrast.addEventListener("change", apply, { signal });
  signal.addEventListener("abort", () => observer.disconnect());
  return apply;
}

function detectTheme(root: HTMLElement): Theme {
  const body = root.ownerDocument.body;
  const lab = body.dataset["jpThemeLight"];
  if (lab) return lab === "false" ? "dark" : "light";
  if (body.classList.contains("vscode-dark") || body.classList.contains("vscode-high-contrast")) return "dark";
  if (body.classList.contains("vscode-light") || body.classList.contains("theme-light")) return "light";
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Give every role and every stance on the page the colour that the scheme gives it. */
export function applyColours(root: HTMLElement, scheme: Scheme): void {
  for (const { value, colour } of scheme.file.roles) {
    if (colour) root.style.setProperty(`--wb-${value}`, `light-dark(${colour.light}, ${colour.dark})`);
  }
  for (const node of root.querySelectorAll<HTMLElement>("[data-stance]")) {
    const colour = scheme.stance(node.dataset["stance"] ?? null)?.colour;
    if (colour) node.style.setProperty("--wb-stance", `light-dark(${colour.light}, ${colour.dark})`);
  }
}
