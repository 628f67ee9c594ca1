/** Which operations the help and the strip show, in which groups and order; their words are texts. */

import type { Texts } from "./texts.ts";

export const GROUPS: readonly { readonly name: "text" | "marking" | "card" | "suggestions" | "sentence" | "ruling" | "linking" | "going"; readonly operations: readonly string[] }[] = [
  { name: "text", operations: ["left", "right", "up", "down", "start", "end", "drop proclitic", "adjust", "cancel"] },
  {
    name: "marking",
    operations: [
      "mark claim", "mark source", "mark cue", "mark anchor", "append", "append claim", "append source", "append cue", "append anchor",
      "pro_drop", "implicit", "writer", "author",
    ],
  },
  {
    name: "card",
    operations: [
      "another source", "name source", "relay", "pick target", "certainty", "unsure", "note", "proposition", "confirm", "understood claim",
      "take entity", "choose entity",
      "next item", "previous item", "delete", "undo", "redo",
    ],
  },
  { name: "suggestions", operations: ["take", "change", "refuse"] },
  { name: "sentence", operations: ["done", "nothing", "skip", "reopen", "flag", "comment", "boilerplate", "segment", "split", "merge"] },
  {
    name: "ruling",
    operations: [
      "differences", ...["1", "2", "3", "4", "5", "6", "7", "8", "9"].map((number) => `ruling ${number}`), "ruling next", "ruling previous",
      "ruling remark", "ruling leave", "gap", "accept unanimous",
    ],
  },
  {
    name: "linking",
    operations: [
      "links", ...["1", "2", "3", "4", "5"].map((number) => `linking ${number}`), "linking next", "linking previous",
      "linking same", "linking contradicts", "linking updates", "linking updates reversed", "linking part_of", "linking part_of reversed",
      "linking restates", "linking restates reversed", "linking none", "linking clear", "linking proposition", "linking find", "linking more", "linking open", "linking back",
      "linking next claim", "linking previous claim", "linking leave",
    ],
  },
  { name: "going", operations: ["next", "previous", "next open", "previous open", "go to", "search", "whole article", "claim list", "register", "outcome", "guide", "settings", "help"] },
];

/** The strip under the text: what is needed most, in few words. */
export const STRIP: readonly (readonly string[])[] = [
  ["done", "nothing", "skip", "flag", "comment"],
  ["mark claim", "mark source", "mark cue", "mark anchor"],
  ["another source", "relay", "certainty", "unsure"],
  ["next open", "go to", "search", "whole article", "claim list", "links", "undo", "help"],
];

/** What the strip shows besides to who settles differences. */
export const RULING: readonly (readonly string[])[] = [["differences", "gap", "accept unanimous"]];

/** The groups that a person has a use for. */
export function groupsOf({ adjudication }: { readonly adjudication: unknown }): typeof GROUPS {
  return GROUPS.filter(({ name }) => name !== "ruling" || adjudication !== null);
}

/** About how long the rest takes, in words. */
export function timeLeft(texts: Texts, left: number, paceSeconds: number): string {
  const minutes = Math.round((left * paceSeconds) / 60);
  if (minutes < 1) return texts.t("time.under_a_minute");
  if (minutes < 90) return texts.t("time.minutes", { count: minutes });
  return texts.t("time.hours", { count: Math.round(minutes / 6) / 10 });
}
