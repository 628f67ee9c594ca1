/** Splitting a sentence at the caret and merging it with the next: for everybody, so asked where others worked. */

import type { View } from "./commands.ts";
import { ask } from "./dialogs.ts";
import { h } from "./dom.ts";
import type { Args, Nack } from "./protocol.ts";

interface Asked {
  readonly name: "split" | "merge";
  readonly args: Args;
}

export class SentenceChanges {
  #asked: Asked | null = null;

  /** Before the words that are selected, or else where the caret stands. */
  split(view: View): void {
    const { stretch, caret } = view.selection;
    const start = stretch?.start ?? caret.head;
    const { sentence } = stretch ?? caret;
    this.#send(view, { name: "split", args: { at: view.state.article.toSpan({ sentence, start, end: start }).start } });
  }

  merge(view: View): void {
    this.#send(view, { name: "merge", args: { sentence: view.state.ui.sentence } });
  }

  #send(view: View, asked: Asked): void {
    this.#asked = asked;
    view.send(asked.name, asked.args);
  }

  /** Others have worked here: say who, and go on only after a yes. Tells whether it was about that. */
  confirm(view: View, nack: Nack): boolean {
    const asked = this.#asked;
    if (nack.error.kind !== "UnconfirmedError" || !asked) return false;
    void this.#ask(view, nack, asked);
    return true;
  }

  async #ask(view: View, nack: Nack, asked: Asked): Promise<void> {
    const { t } = view.state.texts;
    const { message, hint } = nack.error;
    const answer = await ask(view.root, t("dialog.others_work"), [h("p", {}, h("bdi", {}, message)), hint && h("p", { class: "wb-hint" }, hint)], [
      { value: "yes", label: t("dialog.go_on") },
      { value: "", label: t("dialog.cancel"), primary: true },
    ]);
    if (answer?.choice === "yes") view.send(asked.name, { ...asked.args, confirmed: true });
    view.root.querySelector<HTMLElement>(".wb-pane")?.focus({ preventScroll: true });
  }
}
