import { readFile } from "node:fs/promises";

/** The licence of every package that a bundle holds, and of further ones by name. */
export async function licences(inputs, further = []) {
  const packages = new Set(further);
  for (const input of inputs) {
    const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) packages.add(found[1]);
  }
  const texts = [];
  for (const name of [...packages].sort()) {
    const { version } = JSON.parse(await readFile(`node_modules/${name}/package.json`, "utf8"));
    texts.push(`${name} ${version}\n\n${(await text(name)).trim()}\n`);
  }
  return texts.join("\n----\n\n");
}

async function text(name) {
  for (const file of ["LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE"]) {
    try {
      return await readFile(`node_modules/${name}/${file}`, "utf8");
    } catch {
      // called otherwise
    }
  }
  const { license } = JSON.parse(await readFile(`node_modules/${name}/package.json`, "utf8"));
  return `Licence: ${license}`;
}
