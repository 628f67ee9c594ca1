import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import vm from "node:vm";

const SOURCE = readFileSync(new URL("../../workbench/lab/labextension/remoteEntry.js", import.meta.url), "utf8");
const TEMPLATE = { cells: [{ cell_type: "code", source: "from workbench import open_project" }] };
const STRANGER = { cells: [{ cell_type: "code", source: ["import this\n", "1 + 1"] }] };
const EDITED = { cells: [{ cell_type: "markdown", source: "Mine" }, { cell_type: "code", source: ["import workbench\n", "print(1)"] }] };

type Command = { execute: (args: { cwd?: string }) => Promise<unknown> };
type Plugin = { activate: (...services: unknown[]) => void };
interface Card {
  /** Click the card while the file browser shows a folder. */
  click: (cwd?: string) => Promise<unknown>;
  readonly files: Map<string, unknown>;
  readonly opened: string[];
  readonly writes: string[];
}

/** The names in `folder` of a tree that is a map from paths to contents, as Jupyter's contents service lists them. */
function list(files: Map<string, unknown>, folder: string): { name: string; type: string }[] {
  const prefix = folder ? `${folder}/` : "";
  return [...files.keys()]
    .filter((path) => path.startsWith(prefix) && !path.slice(prefix.length).includes("/"))
    .map((path) => ({ name: path.slice(prefix.length), type: path.endsWith(".ipynb") ? "notebook" : "file" }));
}

function makeShared(): Record<string, unknown> {
  class LabIcon {}
  const give = (module: unknown) => ({ "9.9.9": { get: () => Promise.resolve(() => module) } });
  return {
    "@jupyterlab/launcher": give({ ILauncher: "launcher" }),
    "@jupyterlab/filebrowser": give({ IDefaultFileBrowser: "browser" }),
    "@jupyterlab/apputils": give({ ICommandPalette: "palette" }),
    "@jupyterlab/ui-components": give({ LabIcon }),
  };
}

async function load(shared: Record<string, unknown>, fetched = TEMPLATE): Promise<Plugin[]> {
  const window: { _JUPYTERLAB?: Record<string, any> } = {};
  const document = { currentScript: { src: "http://lab.test/lab/extensions/claims-workbench/static/remoteEntry.js" } };
  const fetch = (address: URL) => Promise.resolve({ ok: address.href.endsWith("/static/annotate.ipynb"), json: () => fetched });
  vm.runInNewContext(SOURCE, { window, document, fetch, URL });
  const container = window._JUPYTERLAB?.["claims-workbench"];
  container.init(shared);
  return (await container.get("./extension"))().default;
}

async function makeCard(tree: Record<string, unknown> = {}, browserPath = ""): Promise<Card> {
  const [plugin] = await load(makeShared());
  assert.ok(plugin);
  const card = { files: new Map(Object.entries(tree)), opened: [] as string[], writes: [] as string[] };
  const contents = {
    get: async (path: string) => {
      const content = card.files.get(path);
      return { type: content ? "notebook" : "directory", content: content ?? list(card.files, path) };
    },
    save: async (path: string, model: { content: unknown }) => {
      card.writes.push(path);
      card.files.set(path, model.content);
    },
  };
  let command: Command | undefined;
  const commands = {
    addCommand: (_: string, added: Command) => (command = added),
    execute: async (name: string, { path }: { path: string }) => card.opened.push(`${name} ${path}`),
  };
  plugin.activate({ commands, serviceManager: { contents } }, { add() {} }, { model: { path: browserPath } }, { addItem() {} });
  return { ...card, click: (cwd) => command!.execute(cwd === undefined ? {} : { cwd }) };
}

test("a folder without the notebook gets it, and it is opened", async () => {
  const card = await makeCard();
  await card.click("articles");
  assert.deepEqual(card.files.get("articles/annotate.ipynb"), TEMPLATE);
  assert.deepEqual(card.opened, ["docmanager:open articles/annotate.ipynb"]);
});

test("the top folder has no name", async () => {
  const card = await makeCard();
  await card.click("");
  assert.deepEqual(card.opened, ["docmanager:open annotate.ipynb"]);
});

test("a notebook that uses the workbench is opened as it is", async () => {
  const card = await makeCard({ "articles/annotate.ipynb": EDITED });
  await card.click("articles");
  assert.deepEqual(card.writes, []);
  assert.deepEqual(card.opened, ["docmanager:open articles/annotate.ipynb"]);
});

test("another notebook of that name is left alone, and ours gets a number once", async () => {
  const card = await makeCard({ "annotate.ipynb": STRANGER });
  await card.click("");
  await card.click("");
  assert.equal(card.files.get("annotate.ipynb"), STRANGER);
  assert.deepEqual(card.writes, ["annotate-2.ipynb"]);
  assert.deepEqual(card.opened, Array(2).fill("docmanager:open annotate-2.ipynb"));
});

test("two clicks at once write one notebook", async () => {
  const card = await makeCard();
  await Promise.all([card.click("a"), card.click("a")]);
  assert.deepEqual(card.writes, ["a/annotate.ipynb"]);
});

test("from the palette it is the folder of the file browser", async () => {
  const card = await makeCard({}, "shown");
  await card.click();
  assert.deepEqual(card.opened, ["docmanager:open shown/annotate.ipynb"]);
});

test("a host without a launcher gets no plugin", async () => {
  const { "@jupyterlab/launcher": _, ...rest } = makeShared();
  assert.equal((await load(rest)).length, 0);
});
