// Who held what: a lane for each place; state is told by pattern and words, side by colour.
import * as Plot from "@observablehq/plot";
import type { Evidence, Spell } from "./data";
import { make } from "./dom";
import { day, dayAfter, INK, textWidth, timeWindow, toldDays } from "./plots";
import type { Side, Sides } from "./sides";
import { edged, fillOf, legend, OPACITY, patterns } from "./states";

const LANE = 40;
const THIN = 6; // pixels that the shortest spell takes
interface Drawn extends Spell {
  from: Date;
  to: Date;
  before: boolean;
  after: boolean;
  fill: string;
  colour: string;
  strokes: number[][];
  evidence: Evidence[];
  lane: number;
}

/** Days of a bar that no claim speaks of: a veil of paper lies over them. */
interface Veil {
  from: Date;
  to: Date;
  lane: number;
  veil: number;
}

interface Head {
  place: string;
  lane: number;
}

export function drawControl(spells: Spell[], sides: Sides, width: number): Element | null {
  const shown = timeWindow(spells.flatMap(toldDays));
  if (!shown) return null;
  const seen = spells.filter((one) => meets(one, shown));
  const places = [...new Set(seen.map((one) => (one.part ? `${one.place}, ${one.part}` : one.place)))];
  const left = Math.min(width * 0.3, Math.max(...places.map(textWidth)) + 14);
  const perDay = (width - left - 12) / (shown[1].getTime() - shown[0].getTime());
  const { rows, heads, lanes } = lay(seen.map((spell) => drawn(spell, shown, sides.of(spell.holder), THIN / perDay)));
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
      Plot.text(heads, { x: shown[0], y: "lane", text: (head: Head) => clipped(head.place, left - 14), title: "place", textAnchor: "end", dx: -9, fill: INK }),
      Plot.rect(rows, {
        x1: "from", x2: "to", y1: (row: Drawn) => row.lane - 0.38, y2: (row: Drawn) => row.lane + 0.38,
        fill: "fill", rx: 2, insetLeft: 0.5, insetRight: 0.5,
        ...edged(rows, (row) => ({ tokens: row.tokens, label: `${row.place}, ${row.when}: ${row.words}` })),
      }),
      Plot.rect(veils(rows), {
        x1: "from", x2: "to", y1: (row: Veil) => row.lane - 0.36, y2: (row: Veil) => row.lane + 0.36,
        fill: "#ffffff", fillOpacity: "veil", pointerEvents: "none",
      }),
      Plot.text(rows, {
        x: (row: Drawn) => (row.before ? shown[0] : row.from), y: "lane", dx: 6, textAnchor: "start",
        text: (row: Drawn) => label(row, perDay), fill: "#000000", stroke: "#ffffff", strokeWidth: 5, pointerEvents: "none",
      }),
    ],
  });
  plot.prepend(patterns(rows));
  return make("div", {}, plot, legend(rows, sides));
}

/** Whether some of a spell's days lie in a plot. */
function meets(spell: Spell, [first, last]: [Date, Date]): boolean {
  return (!spell.latest || day(spell.latest) >= first) && (!spell.earliest || day(spell.earliest) <= last);
}

function drawn(spell: Spell, [first, last]: [Date, Date], side: Side, least: number): Drawn {
  const starts = spell.earliest ? day(spell.earliest) : first;
  const from = starts < first ? first : starts;
  const ends = new Date(Math.max((spell.latest ? dayAfter(spell.latest) : last).getTime(), from.getTime() + least));
  return {
    ...spell,
    from,
    to: ends > last ? last : ends,
    before: starts <= first,
    after: !spell.latest,
    colour: side.colour,
    strokes: side.strokes,
    lane: 0,
    fill: fillOf(spell.status, side.colour),
    evidence: spell.stretches.map((one) => one.evidence),
    place: spell.part ? `${spell.place}, ${spell.part}` : spell.place,
  };
}

/** Leaves out the end of a name that has no room; the table has it whole. */
function clipped(name: string, room: number): string {
  if (textWidth(name) <= room) return name;
  let end = name.length;
  while (end > 4 && textWidth(`${name.slice(0, end)}…`) > room) end -= 1;
  return `${name.slice(0, end)}…`;
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

function veils(rows: Drawn[]): Veil[] {
  return rows.flatMap((row) =>
    row.stretches
      .filter((one) => one.evidence !== "told")
      .map((one) => ({
        from: new Date(Math.max(row.from.getTime(), one.earliest ? day(one.earliest).getTime() : row.from.getTime())),
        to: new Date(Math.min(row.to.getTime(), one.latest ? dayAfter(one.latest).getTime() : row.to.getTime())),
        lane: row.lane,
        veil: 1 - OPACITY[one.evidence],
      }))
      .filter((veil) => veil.from < veil.to),
  );
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
