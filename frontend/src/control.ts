// Who held what: a lane for each place; state is told by pattern and words, side by colour.
import * as Plot from "@observablehq/plot";
import type { Spell } from "./data";
import { make } from "./dom";
import { colours, day, dayAfter, INK, proof, svg, textWidth, timeWindow } from "./plots";

const LANE = 40;
const THIN = 6; // pixels that the shortest spell takes
const NAMES: Record<Spell["status"], string> = {
  held: "held: full",
  claimed: "claimed: hollow, thick edge",
  contested: "contested: hatched",
  surrounded: "surrounded: barred, dashed edge",
  unknown: "not known: thin dashed edge",
};

interface Drawn extends Spell {
  from: Date;
  to: Date;
  before: boolean;
  after: boolean;
  fill: string;
  colour: string;
  lane: number;
}

interface Head {
  place: string;
  lane: number;
}

export function drawControl(spells: Spell[], width: number): Element | null {
  const known = spells.flatMap((one) => [one.earliest, one.latest]).filter((date) => date !== null);
  const shown = timeWindow(known.map(day));
  if (!shown) return null;
  const colour = colours(spells.map((one) => one.holder));
  const places = [...new Set(spells.map((one) => one.place))];
  const left = Math.min(width * 0.3, Math.max(...places.map(textWidth)) + 14);
  const perDay = (width - left - 12) / (shown[1].getTime() - shown[0].getTime());
  const { rows, heads, lanes } = lay(spells.map((spell) => drawn(spell, shown, colour(spell.holder), THIN / perDay)));
  const plot = Plot.plot({
    width,
    height: lanes * LANE + 40,
    marginLeft: left,
    marginRight: 12,
    marginTop: 8,
    style: { fontSize: "12px", color: INK },
    ariaLabel: "Who held each place over time",
    x: { type: "utc", domain: shown, label: null, grid: true, ticks: Math.max(2, Math.round(width / 130)) },
    y: { domain: [-0.5, lanes - 0.5], reverse: true, axis: null },
    marks: [
      Plot.text(heads, { x: shown[0], y: "lane", text: "place", textAnchor: "end", dx: -9, fill: INK }),
      Plot.rect(rows, {
        x1: "from", x2: "to", y1: (row: Drawn) => row.lane - 0.38, y2: (row: Drawn) => row.lane + 0.38,
        fill: "fill", rx: 2, insetLeft: 0.5, insetRight: 0.5,
        ...edged(rows),
      }),
      Plot.text(rows, {
        x: (row: Drawn) => (row.before ? shown[0] : row.from), y: "lane", dx: 6, textAnchor: "start",
        text: (row: Drawn) => label(row, perDay), fill: "#000000", stroke: "#ffffff", strokeWidth: 5, pointerEvents: "none",
      }),
    ],
  });
  plot.prepend(patterns(rows));
  return make("div", {}, plot, legend(rows));
}

function drawn(spell: Spell, [first, last]: [Date, Date], colour: string, least: number): Drawn {
  const starts = spell.earliest ? day(spell.earliest) : first;
  const from = starts < first ? first : starts;
  const ends = new Date(Math.max((spell.latest ? dayAfter(spell.latest) : last).getTime(), from.getTime() + least));
  return {
    ...spell,
    from,
    to: ends > last ? last : ends,
    before: starts <= first,
    after: !spell.latest,
    colour,
    lane: 0,
    fill: spell.status === "held" ? colour : `url(#${key(spell.status, colour)})`,
  };
}

/** Gives each place a lane, and another where two accounts of who holds it run at the same time. */
function lay(spells: Drawn[]): { rows: Drawn[]; heads: Head[]; lanes: number } {
  const heads: Head[] = [];
  const rows: Drawn[] = [];
  let lanes = 0;
  for (const place of new Set(spells.map((one) => one.place))) {
    heads.push({ place, lane: lanes });
    const free: number[] = [];
    for (const spell of spells.filter((one) => one.place === place).sort((a, b) => a.from.getTime() - b.from.getTime())) {
      const found = free.findIndex((until) => until <= spell.from.getTime());
      const lane = found < 0 ? free.length : found;
      free[lane] = spell.to.getTime();
      rows.push({ ...spell, lane: lanes + lane });
    }
    lanes += free.length;
  }
  return { rows, heads, lanes };
}

function key(status: string, colour: string): string {
  return `p-${status}-${colour.slice(1)}`;
}

/** Says in the bar what fits into it; the whole stands in the table and in the panel. */
function label(row: Drawn, perDay: number): string {
  const room = (row.to.getTime() - row.from.getTime()) * perDay - 12;
  const open = `${row.before ? "‹ " : ""}`;
  const close = row.after ? " ›" : "";
  const choices = [row.words, row.holder ?? row.status];
  const fits = choices.find((words) => textWidth(open + words + close) <= room);
  return fits === undefined ? "" : open + fits + close;
}

const EDGES: Record<Spell["status"], [width: number, dash: string]> = {
  held: [0.5, "none"],
  claimed: [3, "none"],
  contested: [1.5, "none"],
  surrounded: [2.5, "6 3"],
  unknown: [1, "2 3"],
};

function edged(rows: Drawn[]): { render: Plot.RenderFunction } {
  const button = proof(rows, (row) => ({ tokens: row.tokens, label: `${row.place}, ${row.when}: ${row.words}` }));
  return {
    render(index, scales, values, dimensions, context, next) {
      const group = button.render(index, scales, values, dimensions, context, next);
      [...(group?.children ?? [])].forEach((child, position) => {
        const row = rows[index[position] as number];
        if (!row) return;
        const [width, dash] = EDGES[row.status];
        child.setAttribute("stroke", row.status === "held" ? INK : row.colour);
        child.setAttribute("stroke-width", String(width));
        child.setAttribute("stroke-dasharray", dash);
      });
      return group;
    },
  };
}

function patterns(rows: Drawn[]): SVGElement {
  const wanted = new Map(rows.map((row) => [key(row.status, row.colour), row]));
  return svg("defs", {}, ...[...wanted].map(([id, row]) => pattern(id, row.status, row.colour)));
}

function pattern(id: string, status: Spell["status"], colour: string): SVGElement {
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

function legend(rows: Drawn[]): HTMLElement {
  const holders = new Map(rows.filter((row) => row.holder).map((row) => [row.holder as string, row.colour]));
  const sides = [...holders].sort().map(([name, colour]) => entry(name, colour, "held"));
  const states = (Object.keys(NAMES) as Spell["status"][])
    .filter((status) => rows.some((row) => row.status === status))
    .map((status) => entry(NAMES[status], "#444444", status));
  return make("ul", { class: "legend" }, ...sides, ...states);
}

function entry(name: string, colour: string, status: Spell["status"]): HTMLElement {
  const [width, dash] = EDGES[status];
  const id = `l-${key(status, colour)}`;
  const box = svg("rect", {
    x: 2, y: 2, width: 26, height: 14, fill: status === "held" ? colour : `url(#${id})`,
    stroke: colour, "stroke-width": width, "stroke-dasharray": dash,
  });
  const swatch = svg("svg", { width: 30, height: 18, "aria-hidden": "true" }, svg("defs", {}, pattern(id, status, colour)), box);
  return make("li", {}, swatch as unknown as Node, " ", make("bdi", {}, name));
}
