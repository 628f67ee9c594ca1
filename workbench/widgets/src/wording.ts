/** The words on the screen for operations, their groups and their order in the help. */

export const GROUPS: readonly { readonly title: string; readonly operations: readonly [string, string][] }[] = [
  {
    title: "In the text",
    operations: [
      ["left", "word to the left; ⇧ extends, Alt by letter"],
      ["right", "word to the right"],
      ["up", "sentence above"],
      ["down", "sentence below"],
      ["start", "start of the sentence"],
      ["end", "end of the sentence"],
      ["drop proclitic", "drop و ف ب ل ك س from the start"],
      ["cancel", "let go of the selection or the slot"],
    ],
  },
  {
    title: "Marking",
    operations: [
      ["mark claim", "claim"],
      ["mark source", "source"],
      ["mark cue", "cue"],
      ["mark anchor", "anchor: words that stand for the claim"],
      ["append", "one more fragment of what was marked last"],
      ["append claim", "one more fragment of the claim (⇧ and its number, each role)"],
      ["pro_drop", "source understood from before"],
      ["implicit", "source unnamed"],
      ["writer", "the claim is the writer's own"],
      ["author", "the writer takes a stance"],
    ],
  },
  {
    title: "On a card",
    operations: [
      ["another source", "another source of the same claim"],
      ["relay", "somebody relays this one"],
      ["pick target", "choose its claims from the list"],
      ["certainty", "next certainty"],
      ["unsure", "unsure"],
      ["note", "note"],
      ["proposition", "say the claim in words"],
      ["understood claim", "a claim without words of its own"],
      ["next item", "next card or row"],
      ["previous item", "card or row before"],
      ["delete", "delete what is in focus"],
      ["undo", "undo"],
      ["redo", "redo"],
    ],
  },
  {
    title: "The sentence",
    operations: [
      ["done", "done, and on to the next open one; fills an armed slot"],
      ["nothing", "looked, nothing here"],
      ["skip", "skip"],
      ["reopen", "open again"],
      ["flag", "flag"],
      ["comment", "comment"],
      ["boilerplate", "boilerplate, or not"],
      ["segment", "kind and date of the stretch"],
    ],
  },
  {
    title: "Going about",
    operations: [
      ["next", "next sentence"],
      ["previous", "sentence before"],
      ["next open", "next open sentence"],
      ["previous open", "open sentence before"],
      ["go to", "go to a sentence by number"],
      ["whole article", "whole article"],
      ["guide", "guideline of what is in focus"],
      ["help", "this page"],
    ],
  },
];

/** The strip under the text: what is needed most, in few words. */
export const STRIP: readonly (readonly [string, string][])[] = [
  [["done", "done"], ["nothing", "nothing here"], ["skip", "skip"], ["flag", "flag"], ["comment", "comment"]],
  [["mark claim", "claim"], ["mark source", "source"], ["mark cue", "cue"], ["mark anchor", "anchor"]],
  [["another source", "another source"], ["relay", "relay"], ["certainty", "certainty"], ["unsure", "unsure"]],
  [["next open", "next open"], ["go to", "go to"], ["whole article", "article"], ["undo", "undo"], ["help", "all keys"]],
];

export const SLOT_NAMES: Readonly<Record<string, string>> = {
  source: "source", cue: "cue", stance: "stance", target: "claim", proposition: "proposition",
};

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** About how long the rest takes, in words. */
export function timeLeft(left: number, paceSeconds: number): string {
  const minutes = Math.round((left * paceSeconds) / 60);
  if (minutes < 1) return "under a minute left";
  if (minutes < 90) return `~${minutes} min left`;
  return `~${Math.round(minutes / 6) / 10} h left`;
}
