// Fonts for the letters that the PDF's own font has not, turned from WOFF into what a typesetter reads.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
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
      const woff = await readFile(`node_modules/@fontsource/${name}/files/${name}-${script}-${weight}-normal.woff`);
      await writeFile(join(target, `${name}-${weight}.ttf`), opened(woff));
    }
  }
  await writeFile(join(target, "licences.txt"), await licences([], Object.keys(FONTS).map((name) => `@fontsource/${name}`)));
}

/** The font inside a WOFF of version 1 (W3C): the same tables, each of which may have been deflated. */
function opened(woff) {
  const count = woff.readUInt16BE(12);
  const entries = [...Array(count).keys()].map((index) => 44 + 20 * index);
  const tables = entries.map((at) => {
    const [offset, packed, length] = [4, 8, 12].map((step) => woff.readUInt32BE(at + step));
    const found = woff.subarray(offset, offset + packed);
    return packed < length ? inflateSync(found) : found;
  });
  const head = Buffer.alloc(12 + 16 * count);
  const power = Math.floor(Math.log2(count));
  woff.copy(head, 0, 4, 8);
  [count, 16 * 2 ** power, power, 16 * (count - 2 ** power)].forEach((value, index) => head.writeUInt16BE(value, 4 + 2 * index));
  let end = head.length;
  const parts = [head];
  tables.forEach((table, index) => {
    const [at, to] = [entries[index], 12 + 16 * index];
    woff.copy(head, to, at, at + 4);
    woff.copy(head, to + 4, at + 16, at + 20);
    head.writeUInt32BE(end, to + 8);
    head.writeUInt32BE(table.length, to + 12);
    const filled = Buffer.alloc((table.length + 3) & ~3);
    table.copy(filled);
    parts.push(filled);
    end += filled.length;
  });
  return Buffer.concat(parts);
}
