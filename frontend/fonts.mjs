// Fonts for the letters that the PDF's own font has not, as WOFF, and their licences.
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { licences } from "./licences.mjs";

const FONTS = {
  "noto-naskh-arabic": "arabic",
  "noto-sans-ethiopic": "ethiopic",
  "noto-serif-armenian": "armenian",
  "noto-serif-bengali": "bengali",
  "noto-serif-devanagari": "devanagari",
  "noto-serif-georgian": "georgian",
  "noto-serif-myanmar": "myanmar",
};
const WEIGHTS = [400, 700];

export async function writeFonts(target) {
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  for (const [name, script] of Object.entries(FONTS)) {
    for (const weight of WEIGHTS) {
      const woff = `node_modules/@fontsource/${name}/files/${name}-${script}-${weight}-normal.woff`;
      await copyFile(woff, join(target, `${name}-${weight}.woff`));
    }
  }
  await writeFile(join(target, "licences.txt"), await licences([], Object.keys(FONTS).map((name) => `@fontsource/${name}`)));
}
