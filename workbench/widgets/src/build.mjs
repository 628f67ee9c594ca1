/** Bundle each widget into one file, as anywidget needs it; `--check` compares with what is committed. */

import { readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "..", "static");
const entries = ["annotator", "articles", "comparison", "ledger"];

async function bundle(name, extension) {
  const result = await build({
    entryPoints: [join(here, `${name}.${extension === "js" ? "ts" : "css"}`)],
    bundle: true, format: "esm", target: "es2022", charset: "utf8", legalComments: "none",
    minifySyntax: true, write: false, logLevel: "warning",
  });
  return result.outputFiles[0].text;
}

const stale = [];
for (const name of entries) {
  for (const extension of ["js", "css"]) {
    const path = join(target, `${name}.${extension}`);
    const text = await bundle(name, extension);
    if (!process.argv.includes("--check")) await writeFile(path, text);
    else if ((await readFile(path, "utf8").catch(() => "")) !== text) stale.push(relative(process.cwd(), path));
  }
}
if (stale.length > 0) {
  console.error(`Not what the sources build: ${stale.join(", ")}. Run \`npm run build\` and commit.`);
  process.exitCode = 1;
}
