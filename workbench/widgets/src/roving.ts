/** A toolbar is one stop for Tab; inside it the arrows go from button to button. */

/** Let `toolbar` be walked by arrows; returns what to call after it was drawn anew. */
export function rove(toolbar: HTMLElement, signal: AbortSignal): () => void {
  const buttons = (): HTMLElement[] => [...toolbar.querySelectorAll<HTMLElement>("button")];
  const stopAt = (button: HTMLElement | undefined): void => {
    for (const each of buttons()) each.tabIndex = each === button ? 0 : -1;
  };
  toolbar.addEventListener("focusin", (event) => stopAt((event.target as Element).closest("button") ?? undefined), { signal });
  toolbar.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const all = buttons();
    const here = all.indexOf(event.target as HTMLElement);
    const onwards = getComputedStyle(toolbar).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const step = event.code === onwards ? 1 : event.code === "ArrowLeft" || event.code === "ArrowRight" ? -1 : 0;
    const edge = event.code === "Home" ? all[0] : event.code === "End" ? all.at(-1) : undefined;
    const next = step === 0 ? edge : all[(here + step + all.length) % all.length];
    if (here < 0 || !next) return;
    event.preventDefault(); // the caret of the text stays where it is
    next.focus();
  }, { signal });
  return () => {
    const all = buttons();
    if (!all.some((button) => button.tabIndex === 0)) stopAt(all[0]);
  };
}
