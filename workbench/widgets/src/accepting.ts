/** Accepting in one go what all agree on, with a share left open to be looked at. */

import { ask } from "./dialogs.ts";
import { h } from "./dom.ts";
import type { View } from "./commands.ts";

const SHARES: readonly number[] = [0, 0.05, 0.1, 0.2, 0.5];

export async function acceptUnanimous(view: View): Promise<void> {
  const { texts, adjudication } = view.state;
  if (!adjudication) return;
  const { t } = texts;
  const shares = [...new Set([...SHARES, adjudication.sample])].sort((one, other) => one - other);
  const body = [
    h("p", {}, t("ruling.accept.body", { count: adjudication.progress.unanimous }), " ", t("ruling.accept.rule")),
    h("label", { class: "wb-share" }, t("ruling.accept.scope"), h("select", { name: "scope" },
      h("option", { value: "document" }, t("ruling.accept.document")), h("option", { value: "project" }, t("ruling.accept.project")))),
    h("label", { class: "wb-share" }, t("ruling.accept.share"), h("select", { name: "share" },
      shares.map((share) => h("option", { value: share, selected: share === adjudication.sample }, share === 0 ? t("ruling.accept.none") : t("ruling.percent", { percent: share * 100 }))))),
  ];
  const answer = await ask(view.root, t("ruling.accept.title"), body, [
    { value: "ok", label: t("dialog.ok"), primary: true },
    { value: "", label: t("dialog.cancel") },
  ]);
  const { scope, share } = answer?.fields ?? {};
  if (answer) view.send("accept_unanimous", { scope: scope ?? "document", share: Number(share ?? 0) });
}
