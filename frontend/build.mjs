// Bundles the page's script and style, and writes the outlines of countries for its map.
//   node build.mjs TARGET_FOLDER ROOM_FOLDER FONTS_FOLDER
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { feature } from "topojson-client";
import { writeFonts } from "./fonts.mjs";
import { licences } from "./licences.mjs";
import { buildRoom } from "./room.mjs";

const target = process.argv[2] ?? "../src/warmonitor/stages/tell/static";
const room = process.argv[3] ?? "../src/warmonitor/web/static";
const fonts = process.argv[4] ?? "../src/warmonitor/exports/sitrep/fonts";
const DEGREE = 100; // outlines are kept to a hundredth of a degree, about a kilometre

const made = await esbuild.build({
  entryPoints: ["src/app.ts", "src/app.css"],
  outdir: target,
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  charset: "utf8",
  legalComments: "none", // licences.txt holds them whole
  metafile: true,
  logLevel: "warning",
});

const world = JSON.parse(await readFile("node_modules/world-atlas/countries-50m.json", "utf8"));
const outlines = feature(world, world.objects.countries).features.flatMap((country) =>
  polygons(country.geometry).map((rings) => [country.properties.name, box(rings[0]), rings.map(pack)]),
);
outlines.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1][0] - b[1][0] || a[1][1] - b[1][1]));
await writeFile(join(target, "countries.json"), JSON.stringify(outlines) + "\n");

await writeFile(join(target, "licences.txt"), await licences(Object.keys(made.metafile.inputs), ["world-atlas"]));
await buildRoom(room);
await writeFonts(fonts);

function polygons(geometry) {
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}

/** West, south, east, north in degrees. */
function box(ring) {
  const x = ring.map((point) => point[0]);
  const y = ring.map((point) => point[1]);
  return [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)].map((v) => Math.round(v * DEGREE) / DEGREE);
}

/** x, y of the first corner, then steps to each next one, all in hundredths of a degree. */
function pack(ring) {
  const steps = [];
  let last = [0, 0];
  for (const point of ring) {
    const now = point.map((v) => Math.round(v * DEGREE));
    if (steps.length && now[0] === last[0] && now[1] === last[1]) continue;
    steps.push(now[0] - last[0], now[1] - last[1]);
    last = now;
  }
  return steps;
}
