// What colours, shapes and patterns stand for: those only that the days of the map have.
import { across, along } from "./barriers";
import type { Shown } from "./data";
import { make } from "./dom";
import { drawn, EVENT, type Sign } from "./signs";

const STATES: [string, string][] = [
  ["claimed", "claimed: hollow, thick edge"], ["contested", "contested: hatched"], ["surrounded", "surrounded: dashed ring"], ["unknown", "not known who: thin dashed edge"],
];
const WAYS: [string, string][] = [["cut off", "no road out"], ["through others", "a road out through others’ ground"], ["open", "a road out"], ["unknown", "not known whether"]];

export function legend(shown: Shown, shut: boolean, free: boolean): HTMLElement[] {
  const has = (layer: string, status: string) => shown.features.some((one) => one.layer === layer && one.status === status);
  const base: Sign = { layer: "control", status: "held", colour: "#444444", strokes: [], evidence: "t", open: false, part: false };
  const held = new Set(shown.features.filter((one) => one.layer === "control" && one.side).map((one) => one.side));
  const rows: [Sign, string][] = shown.sides.legend(held).map(({ side, said }) => [{ ...base, ...side }, said]);
  for (const [status, said] of STATES) if (has("control", status)) rows.push([{ ...base, status }, said]);
  if (held.size) rows.push([{ ...base, evidence: "i" }, "paler: not told of the day, the same before and after"], [{ ...base, evidence: "c" }, "palest: not told since"]);
  const types = [...new Set(shown.features.filter((one) => one.layer === "events").map((one) => one.status))].sort();
  rows.push(...types.map((status): [Sign, string] => [{ ...base, layer: "events", status, colour: EVENT }, status]));
  if (types.length) rows.push([{ ...base, layer: "events", status: types[0] ?? "", colour: EVENT, open: true }, "hollow: on one of several days"]);
  for (const [status, said] of WAYS) if (has("access", status)) rows.push([{ ...base, layer: "access", status }, said]);
  if (shown.features.some((one) => one.layer === "posts")) rows.push([{ ...base, layer: "posts", status: "kept" }, "post"]);
  const closed = shut ? [item(barrier(across), "a road closed here to some, or told to be shut: bars across, dashes")] : [];
  if (free) closed.push(item(barrier(along), "a road told to be open: arrowheads, unbroken"));
  return [...rows.map(([sign, said]) => item(drawn(sign, 1), said)), ...closed, make("li", {}, "Wide dashed circle: known only to lie somewhere in it.")];
}

function barrier(draw: typeof across): HTMLCanvasElement {
  const canvas = make("canvas", { width: "44", height: "26" });
  const pen = canvas.getContext("2d");
  if (pen) draw(pen, [[[22, 13], [40, 13]], [[22, 13], [4, 13]]]);
  return canvas;
}

function item(picture: HTMLCanvasElement, said: string): HTMLElement {
  picture.setAttribute("aria-hidden", "true");
  return make("li", {}, picture, " ", make("bdi", {}, said));
}
