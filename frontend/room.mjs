// Bundles scripts and styles of the reading room: one entry for all pages, one for each page that has its own.
import { copyFile, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { licences } from "./licences.mjs";
import { writeWorld } from "./world.mjs";

const SOURCE = "src/room";

export async function buildRoom(target) {
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const own = (await readdir(join(SOURCE, "pages"))).filter((name) => /\.(ts|css)$/.test(name)).sort();
  const made = await esbuild.build({
    entryPoints: [join(SOURCE, "room.ts"), join(SOURCE, "room.css"), ...own.map((name) => join(SOURCE, "pages", name))],
    outdir: target,
    entryNames: "[name]",
    chunkNames: "chunk-[hash]",
    bundle: true,
    splitting: true, // what several pages use is fetched once
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none", // licences.txt holds them whole
    metafile: true,
    logLevel: "warning",
  });
  await copyFile(join(SOURCE, "icon.svg"), join(target, "icon.svg"));
  await copyFile("node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs", join(target, "maplibre-gl-worker.mjs"));
  await writeWorld(target);
  await writeFile(join(target, "licences.txt"), await licences(Object.keys(made.metafile.inputs), ["world-atlas"]));
}
