/** Accepting in one go what all agree on, with a share left open to be looked at. */

import { ask } from "./dialogs.ts";
import { h } from "./dom.ts";
import type { View } from "./commands.ts";

const SHARES: readonly number[] = [0, 0.05, 0.1, 0.2, 0.5];

export async function acceptUnanimous(view: View): Promise<void> {
  const { texts, adjudication } = view.state;
  if (!adjudication) return;
  const { t } = texts;
  const count = adjudication.progress.unanimous;
  if (count === 0) return view.notify({ text: t("ruling.accept.nothing"), hint: null, tone: "info" });
  const body = [
    h("p", {}, t("ruling.accept.body", { count })),
    h("label", { class: "wb-share" }, t("ruling.accept.share"), " ", h("select", { name: "share" },
      SHARES.map((share) => h("option", { value: share }, share === 0 ? t("ruling.accept.none") : t("ruling.percent", { percent: share * 100 }))))),
  ];
  const answer = await ask(view.root, t("ruling.accept.title"), body, [
    { value: "ok", label: t("dialog.ok"), primary: true },
    { value: "", label: t("dialog.cancel") },
  ]);
  if (answer) view.send("accept_unanimous", { scope: "project", share: Number(answer.fields["share"] ?? 0) });
}
