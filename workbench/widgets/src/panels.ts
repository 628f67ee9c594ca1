/** The panels beside the text: made once, drawn together, each with what it asks of the view. */

import { Differences } from "./differences.ts";
import { FeedbackPanel } from "./feedback.ts";
import { ask, askText } from "./dialogs.ts";
import { h } from "./dom.ts";
import { GuidePanel } from "./guide.ts";
import type { Layer } from "./keys.ts";
import { Linking } from "./linking.ts";
import { Listing, type ListingSource } from "./listing.ts";
import { OutcomePanel } from "./outcome.ts";
import type { Args, Claim, Span } from "./protocol.ts";
import { RegisterBox } from "./register.ts";
import type { Screen } from "./screen.ts";
import { SearchPanel } from "./search.ts";
import { Spotlight } from "./spotlight.ts";
import type { State } from "./state.ts";

export interface PanelsSource {
  readonly state: () => State | null;
  readonly ask: (name: string, args: Args) => Promise<unknown>;
  readonly send: (name: string, args: Args) => void;
  readonly act: (operation: string) => void;
  /** How many operations are on their way. */
  readonly queue: () => number;
  /** Paint the words that were found. */
  readonly paint: (spans: readonly Span[]) => void;
  readonly repaint: (sentences: ReadonlySet<number>) => void;
  /** Bring the words of a claim before the eyes. */
  readonly show: (claim: Claim) => void;
  readonly pick: ListingSource["pick"];
  /** The focus goes back to the text. */
  readonly leave: () => void;
}

export class Panels {
  readonly search: SearchPanel;
  readonly guide: GuidePanel;
  readonly listing: Listing;
  readonly differences: Differences;
  readonly linking: Linking;
  readonly outcome: OutcomePanel;
  readonly register = new RegisterBox();
  readonly #feedback: FeedbackPanel;
  readonly #spotlight: Spotlight;
  readonly #screen: Screen;
  readonly #leave: () => void;

  constructor(root: HTMLElement, screen: Screen, source: PanelsSource, signal: AbortSignal) {
    const { state, send, act, repaint, leave } = source;
    const say = (text: string): void => screen.say(text);
    this.#screen = screen;
    this.#leave = leave;
    this.search = new SearchPanel(screen.part("search"), { state, ask: source.ask, send, paint: source.paint, leave });
    this.guide = new GuidePanel(screen.part("guide"), root, state, signal);
    this.#spotlight = new Spotlight(root, screen.part("side"), state, signal);
    this.listing = new Listing(screen.part("list"), screen.part("cards"), { state, show: source.show, ask: source.ask, pick: source.pick, say, closed: leave }, signal);
    this.differences = new Differences(screen.part("differences"), {
      state, send, act, repaint, leave, notify: (text) => screen.notify({ text, hint: null, tone: "info" }),
    }, signal);
    const notify = (text: string): void => screen.notify({ text, hint: null, tone: "info" });
    this.linking = new Linking(screen.part("linking"), {
      state, send, act, leave, notify, ask: source.ask, queue: source.queue, write: (value) => writeCluster(root, state()!, value), find: (value) => typeWords(root, state()!, value),
      pick: (claim) => source.pick(claim, null), redraw: () => this.#redrawLinking(),
    }, signal);
    this.outcome = new OutcomePanel(screen.part("outcome"), state, act);
    this.#feedback = new FeedbackPanel(screen.part("feedback"), state, act);
  }

  /** Draw all that goes with the cards; who settles differences stays among them. */
  draw(): void {
    const settling = this.differences.hasFocus;
    const linking = this.linking.hasFocus;
    this.#screen.draw(() => {
      this.guide.draw();
      this.listing.draw();
      this.differences.draw();
      this.linking.draw();
      this.outcome.draw();
      this.#feedback.draw();
    });
    this.#spotlight.draw();
    if (settling) this.differences.focus();
    if (linking || this.linking.isArriving) this.linking.focus();
  }

  /** The panel whose keys count. */
  get layer(): Layer | null {
    if (this.differences.hasFocus) return "ruling";
    return this.linking.hasFocus ? "linking" : null;
  }

  #redrawLinking(): void {
    const focused = this.linking.hasFocus;
    this.#screen.redraw(() => this.linking.draw());
    if (focused || this.linking.isArriving) this.linking.focus();
  }

  /** From the text to the claims of other articles, and back. */
  toggleLinking(): void {
    this.linking.toggle();
  }

  /** From the text to the differences, and back. */
  toggleDifferences(): void {
    if (this.differences.hasFocus) this.#leave();
    else this.differences.focus();
  }
}

function writeCluster(root: HTMLElement, { texts, article: { dir, language } }: State, value: string): Promise<string | null> {
  return askText(root, texts, texts.t("dialog.cluster"), { value, label: texts.t("dialog.cluster"), long: true, dir, lang: language });
}

async function typeWords(root: HTMLElement, { texts: { t } }: State, value: string): Promise<string | null> {
  const field = h("input", { name: "text", value, "aria-label": t("dialog.find_claim"), dir: "auto", autocomplete: "off", spellcheck: "false" });
  const answer = await ask(root, t("dialog.find_claim"), field, [{ value: "ok", label: t("dialog.ok"), primary: true }, { value: "", label: t("dialog.cancel") }]);
  return answer?.fields["text"] ?? null;
}
