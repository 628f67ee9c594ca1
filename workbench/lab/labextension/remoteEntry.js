/*
 * The card "Annotate" of JupyterLab's launcher, and the same in the command palette.
 *
 * This is what a bundler would make of an extension, written by hand: a module federation container
 * with one module. JupyterLab asks it for `./extension` and gives it the modules that it shares, so
 * nothing is bundled and nothing is built. The notebook lies beside this file.
 */
(() => {
  const NAME = "claims-workbench";
  const COMMAND = "claims-workbench:annotate";
  const NOTEBOOK = "annotate.ipynb";
  const TEMPLATE = new URL(NOTEBOOK, document.currentScript.src);
  const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">
    <g class="jp-icon3" fill="#616161"><path d="M3 5h18v2H3zM3 17h12v2H3z"/>
    <path d="M3 10h8v3H3z" opacity=".55"/><path d="M12 10h9v1h-9zM12 12h9v1h-9z"/></g></svg>`;
  const SHARED = ["launcher", "filebrowser", "apputils", "ui-components"].map((name) => `@jupyterlab/${name}`);
  let shared;

  const load = async (module) => {
    const [version] = Object.values(shared[module]);
    return (await version.get())();
  };

  /** The path of the notebook in `folder`; it is written where there is none, never over another. */
  const provide = async (contents, folder) => {
    const { content: items } = await contents.get(folder);
    for (let number = 1; ; number++) {
      const name = number === 1 ? NOTEBOOK : NOTEBOOK.replace(".", `-${number}.`);
      const path = folder ? `${folder.replace(/\/$/, "")}/${name}` : name;
      const found = items.find((item) => item.name === name);
      if (!found) return write(contents, path);
      if (found.type === "notebook" && isOurs(await contents.get(path))) return path;
    }
  };

  const write = async (contents, path) => {
    const answer = await fetch(TEMPLATE);
    if (!answer.ok) throw new Error(`The notebook is missing beside the extension: ${answer.status}.`);
    await contents.save(path, { type: "notebook", format: "json", content: await answer.json() });
    return path;
  };

  /** A person may have changed it as they like: ours is whatever still uses the workbench. */
  const isOurs = ({ content }) =>
    content.cells.some(
      (cell) => cell.cell_type === "code" && /\bworkbench\b/.test([cell.source].flat().join("")),
    );

  const addCommand = (app, icon, browser) => {
    let opening = null; // a second click while the first is under way is the same click
    const open = async (folder) => {
      const path = await provide(app.serviceManager.contents, folder);
      return app.commands.execute("docmanager:open", { path, factory: "Notebook" });
    };
    app.commands.addCommand(COMMAND, {
      label: "Annotate",
      caption: "Tag claims, sources and stances in the articles of this folder",
      icon,
      execute: ({ cwd }) => {
        opening ??= open(cwd ?? browser?.model.path ?? "").finally(() => (opening = null));
        return opening;
      },
    });
  };

  const makePlugin = async () => {
    const [{ ILauncher }, { IDefaultFileBrowser }, { ICommandPalette }, { LabIcon }] =
      await Promise.all(SHARED.map(load));
    return {
      id: `${NAME}:launcher`,
      description: "A launcher card that opens the annotate notebook.",
      autoStart: true,
      optional: [ILauncher, IDefaultFileBrowser, ICommandPalette],
      activate: (app, launcher, browser, palette) => {
        addCommand(app, new LabIcon({ name: `${NAME}:annotate`, svgstr: ICON }), browser);
        launcher?.add({ command: COMMAND, category: "Claims Workbench" });
        palette?.addItem({ command: COMMAND, category: "Notebook Operations" });
      },
    };
  };

  window._JUPYTERLAB ??= {};
  window._JUPYTERLAB[NAME] = {
    init: (scope) => (shared = scope),
    get: async () => {
      // Voila loads what JupyterLab loads, and has no launcher.
      const plugins = SHARED.every((module) => module in shared) ? [await makePlugin()] : [];
      return () => ({ __esModule: true, default: plugins });
    },
  };
})();
