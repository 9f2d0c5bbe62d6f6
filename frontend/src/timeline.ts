// Events over time: a row for each type, each event from its first to its last possible day.
import * as Plot from "@observablehq/plot";
import type { Happening } from "./data";
import { make } from "./dom";
import { day, dayAfter, INK, proof, QUIET, textWidth, timeWindow } from "./plots";

const LANE = 20;
const RIGHT = 120; // room for the last label
const BAR = "#0072b2";

interface Drawn extends Happening {
  from: Date;
  to: Date;
  y: number;
}

export function drawTimeline(events: Happening[], width: number): Element | null {
  const dated = events.filter((event) => event.earliest ?? event.latest);
  const shown = timeWindow(dated.flatMap((event) => [event.earliest, event.latest]).filter((d) => d !== null).map(day));
  if (!shown) return null;
  const perPixel = (shown[1].getTime() - shown[0].getTime()) / (width - 22 - RIGHT);
  const { rows, heads, lanes } = lay(dated, shown, perPixel);
  const plot = Plot.plot({
    width,
    height: lanes * LANE + 44,
    marginLeft: 22,
    marginRight: RIGHT,
    marginTop: 6,
    style: { fontSize: "12px", color: INK },
    ariaLabel: "Events over time, by type",
    x: { type: "utc", domain: shown, label: null, grid: true, ticks: Math.max(2, Math.round(width / 130)) },
    y: { domain: [-0.5, lanes - 0.5], reverse: true, axis: null },
    marks: [
      Plot.ruleY(heads, { y: (head: Head) => head.y - 0.5, stroke: "#c3ccd5" }),
      Plot.text(heads, { x: shown[0], y: "y", text: "type", textAnchor: "start", dx: 2, fontWeight: 700, stroke: "#ffffff", strokeWidth: 4, fill: INK }),
      Plot.rect(rows, {
        x1: "from", x2: "to", y1: (row: Drawn) => row.y - 0.3, y2: (row: Drawn) => row.y + 0.3,
        fill: BAR, stroke: BAR, rx: 3,
        ...proof(rows, (row) => ({ tokens: row.tokens, label: `${row.when}: ${row.label}, ${row.place ?? "place not known"}` })),
      }),
      Plot.text(rows, {
        x: "to", y: "y", dx: 5, textAnchor: "start", text: name, fill: INK, stroke: "#ffffff", strokeWidth: 4, pointerEvents: "none",
      }),
    ],
  });
  return make("div", {}, plot, ...notes(events, dated, shown));
}

interface Head {
  type: string;
  y: number;
}

function name(event: Happening): string {
  return event.place ?? event.label;
}

/** Gives each event the first lane of its type in which nothing lies over it. */
function lay(events: Happening[], shown: [Date, Date], perPixel: number): { rows: Drawn[]; heads: Head[]; lanes: number } {
  const heads: Head[] = [];
  const rows: Drawn[] = [];
  let lanes = 0;
  for (const type of [...new Set(events.map((event) => event.type))].sort()) {
    heads.push({ type, y: lanes });
    lanes += 1;
    const free: number[] = [];
    for (const event of events.filter((one) => one.type === type).sort((a, b) => start(a, shown) - start(b, shown))) {
      const from = Math.max(start(event, shown), shown[0].getTime());
      const to = Math.max(end(event, shown), from + 4 * perPixel);
      const found = free.findIndex((until) => until <= from);
      const lane = found < 0 ? free.length : found;
      free[lane] = to + (textWidth(name(event)) + 14) * perPixel;
      rows.push({ ...event, from: new Date(from), to: new Date(to), y: lanes + lane });
    }
    lanes += free.length;
  }
  return { rows, heads, lanes };
}

function start(event: Happening, shown: [Date, Date]): number {
  return event.earliest ? day(event.earliest).getTime() : shown[0].getTime();
}

function end(event: Happening, shown: [Date, Date]): number {
  return event.latest ? dayAfter(event.latest).getTime() : shown[1].getTime();
}

function notes(events: Happening[], dated: Happening[], shown: [Date, Date]): HTMLElement[] {
  const undated = events.length - dated.length;
  const early = dated.filter((event) => event.latest !== null && day(event.latest) < shown[0]).length;
  const said = [
    undated ? `${undated} without a known date ${undated === 1 ? "is" : "are"} in the list only.` : "",
    early ? `${early} from before these days ${early === 1 ? "stands" : "stand"} at the left edge.` : "",
  ].filter(Boolean);
  return said.length ? [make("p", { class: "note", style: `color: ${QUIET}` }, said.join(" "))] : [];
}
