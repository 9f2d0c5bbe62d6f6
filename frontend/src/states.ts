// How states of control are drawn: status by pattern and edge, side by colour, evidence by weight.
import type { Evidence, Spell } from "./data";
import { make } from "./dom";
import { INK, proof, svg } from "./plots";
import type { Sides } from "./sides";
import type * as Plot from "@observablehq/plot";

type Status = Spell["status"];

/** Anything drawn in the colour of a side, with a state. */
export interface Coloured {
  status: Status;
  holder: string | null;
  colour: string;
  strokes: number[][];
  evidence: Evidence[];
}

const NAMES: Record<Status, string> = {
  held: "held: full",
  claimed: "claimed: hollow, thick edge",
  contested: "contested: hatched",
  surrounded: "surrounded: barred, dashed edge",
  unknown: "not known: thin dashed edge",
};

const EVIDENCE: Record<Evidence, string> = {
  told: "told of that day",
  interpolated: "paler: not told, the same before and after",
  carried: "palest: not told since",
};

export const OPACITY: Record<Evidence, number> = { told: 1, interpolated: 0.55, carried: 0.3 };

export const EDGES: Record<Status, [width: number, dash: string]> = {
  held: [0.5, "none"],
  claimed: [3, "none"],
  contested: [1.5, "none"],
  surrounded: [2.5, "6 3"],
  unknown: [1, "2 3"],
};

/** The name of a fill: a state in a colour. */
export function key(status: string, colour: string): string {
  return `p-${status}-${colour.slice(1)}`;
}

/** What a shape of that state and colour is filled with. */
export function fillOf(status: Status, colour: string): string {
  return status === "held" ? colour : `url(#${key(status, colour)})`;
}

/** The fills that the rows ask for, as definitions of a drawing. */
export function patterns(rows: Coloured[]): SVGElement {
  const wanted = new Map(rows.map((row) => [key(row.status, row.colour), row]));
  return svg("defs", {}, ...[...wanted].map(([id, row]) => pattern(id, row.status, row.colour)));
}

function pattern(id: string, status: Status, colour: string): SVGElement {
  const paper = svg("rect", { width: 8, height: 8, fill: "#ffffff" });
  const box = { id, width: 8, height: 8, patternUnits: "userSpaceOnUse" };
  if (status === "contested") {
    const stripe = svg("rect", { width: 3.5, height: 8, fill: colour, "fill-opacity": 0.75 });
    return svg("pattern", { ...box, patternTransform: "rotate(45)" }, paper, stripe);
  }
  if (status === "surrounded") {
    return svg("pattern", box, paper, svg("rect", { width: 2, height: 8, fill: colour, "fill-opacity": 0.6 }));
  }
  return svg("pattern", box, paper);
}

/** What colours, patterns and weights stand for, those only that are drawn. */
export function legend(rows: Coloured[], sides: Sides): HTMLElement {
  const holders = new Set(rows.flatMap((row) => row.holder ?? []));
  const own = sides.legend(holders).map(({ side, said }) => entry(said, side.colour, "held", 1, side.strokes));
  const states = (Object.keys(NAMES) as Status[])
    .filter((status) => rows.some((row) => row.status === status))
    .map((status) => entry(NAMES[status], "#444444", status));
  const kinds = (Object.keys(EVIDENCE) as Evidence[])
    .filter((kind) => kind !== "told" && rows.some((row) => row.evidence.includes(kind)))
    .map((kind) => entry(EVIDENCE[kind], "#444444", "held", OPACITY[kind]));
  return make("ul", { class: "legend" }, ...own, ...states, ...kinds);
}

function entry(name: string, colour: string, status: Status, opacity = 1, strokes: number[][] = []): HTMLElement {
  const [width, dash] = EDGES[status];
  const id = `l-${key(status, colour)}`;
  const box = svg("rect", {
    x: 2, y: 2, width: 26, height: 14, fill: status === "held" ? colour : `url(#${id})`,
    stroke: colour, "stroke-width": width, "stroke-dasharray": dash, "fill-opacity": opacity,
  });
  const swatch = svg("svg", { width: 30, height: 18, "aria-hidden": "true" }, svg("defs", {}, pattern(id, status, colour)), box, ...crossed(strokes, 15, 9, 6));
  return make("li", {}, swatch as unknown as Node, " ", make("bdi", {}, name));
}

/** The strokes of a side round a point, so that sides are told apart without colours. */
export function crossed(strokes: number[][], x: number, y: number, radius: number): SVGElement[] {
  const points = (line: number[]) => line.map((end, at) => (at % 2 ? y : x) + end * radius).join(" ");
  const drawn = (colour: string, width: number) => strokes.map((line) => svg("polyline", { points: points(line), fill: "none", stroke: colour, "stroke-width": width, "stroke-dasharray": "none", "pointer-events": "none" }));
  return [...drawn("#ffffff", 4), ...drawn(INK, 1.8)];
}

/** Draws each row as a button with the edge of its state; `least` is the thinnest edge, `weigh` its weight. */
export function edged<T extends Coloured>(
  rows: T[], say: (row: T) => { tokens: string; label: string }, least = 0, weigh: (row: T) => number = () => 1,
): { render: Plot.RenderFunction } {
  const button = proof(rows, say);
  return {
    render(index, scales, values, dimensions, context, next) {
      const group = button.render(index, scales, values, dimensions, context, next);
      [...(group?.children ?? [])].forEach((child, position) => {
        const row = rows[index[position] as number];
        if (!row) return;
        const [width, dash] = EDGES[row.status];
        child.setAttribute("stroke", row.status === "held" && !least ? INK : row.colour);
        child.setAttribute("stroke-width", String(Math.max(least, width)));
        child.setAttribute("stroke-dasharray", dash);
        child.setAttribute("fill-opacity", String(weigh(row)));
        const [x, y, radius] = ["cx", "cy", "r"].map((name) => Number(child.getAttribute(name))) as [number, number, number];
        if (radius) child.after(...crossed(row.strokes, x, y, radius));
      });
      return group;
    },
  };
}
