// A figure by source over time: each number a dot or a range on the day it was told, each a link to its sentence.
import * as Plot from "@observablehq/plot";
import { day, INK, looks, plotted, record } from "../plot";

interface Count {
  told: string | null;
  stands: boolean;
  count: { said: string; low: number | null; best: number | null; high: number | null; href: string };
}
interface Figure {
  counted: string;
  history: { origin: { name: string }; counts: Count[] }[];
}
interface Drawn {
  origin: string;
  at: Date;
  low: number;
  high: number;
  point: number | null;
  open: boolean;
  stands: boolean;
  href: string;
  label: string;
}

const HEIGHT = 260;
const DAY = 86_400_000;
const STEP = 7; // pixels between origins that tell something on one day

/** What is told of no day has no place in a plot over days; it stands in the table. */
function drawnOf(figure: Figure): Drawn[] {
  return figure.history.flatMap(({ origin, counts }) =>
    counts.flatMap(({ told, stands, count: { said, low, best, high, href } }) => {
      const ends = [low, best, high].filter((value) => value !== null);
      if (!told || !ends.length) return [];
      const open = high === null && low !== null && best === null;
      const label = `${said}, ${origin.name}, told on ${told}${stands ? "" : ", no longer stands"}`;
      const from = low ?? Math.min(...ends);
      return [{ origin: origin.name, at: day(told), low: from, high: high ?? Math.max(...ends), point: best ?? (low === high || open ? low : null), open, stands, href, label }];
    }),
  );
}

function draw(figure: Figure, width: number): Element | null {
  const all = drawnOf(figure);
  if (!all.length) return null;
  const names = [...new Set(all.map((one) => one.origin))];
  const look = looks(names);
  const top = Math.max(1, ...all.map((one) => one.high)) * 1.15;
  const times = all.map((one) => one.at.getTime());
  const days = (Math.max(...times) - Math.min(...times)) / DAY;
  const step = Math.max(1, Math.ceil(days / Math.max(2, width / 110)));
  const ticks = Array.from({ length: Math.floor(days / step) + 1 }, (_, at) => new Date(Math.min(...times) + at * step * DAY));
  const slack = Math.max(DAY, (Math.max(...times) - Math.min(...times)) * 0.05);
  const marks = names.flatMap((name, place) => {
    const mine = all.filter((one) => one.origin === name);
    const { colour, form, dash } = look(name);
    const dx = (place - (names.length - 1) / 2) * STEP;
    const link = { href: "href", ariaLabel: "label", title: "label", dx } as const;
    const ranges = mine.filter((one) => one.high > one.low);
    const open = mine.filter((one) => one.open);
    return [
      Plot.lineY(mine.filter((one) => one.point !== null), { x: "at", y: "point", dx, stroke: colour, strokeDasharray: dash, strokeOpacity: 0.6 }),
      Plot.link(ranges, { x1: "at", x2: "at", y1: "low", y2: "high", stroke: colour, strokeWidth: 5, ...link }),
      Plot.link(open, { x1: "at", x2: "at", y1: "low", y2: top, dx, stroke: colour, strokeDasharray: "4 3", markerEnd: "arrow" }),
      Plot.dot(mine, { x: "at", y: (one: Drawn) => one.point ?? one.low, r: 6, symbol: form, stroke: colour, strokeWidth: 2, fill: (one: Drawn) => (one.stands ? colour : "#ffffff"), ...link }),
    ];
  });
  return Plot.plot({
    width, height: HEIGHT, marginLeft: 64, marginRight: 24, marginTop: 26, marginBottom: 28,
    style: { fontSize: "12px", color: INK },
    ariaLabel: `Numbers of ${figure.counted} by source and by the day on which they were told; the table below says the same`,
    x: { type: "utc", domain: [new Date(Math.min(...times) - slack), new Date(Math.max(...times) + slack)], label: null, ticks, tickFormat: (date: Date) => date.toLocaleDateString("en-GB", { timeZone: "UTC", day: "numeric", month: "short", year: "2-digit" }) },
    y: { domain: [0, top], label: figure.counted, grid: true, ticks: 5, tickFormat: (value: number) => value.toLocaleString("en") },
    marks: [Plot.ruleY([0], { stroke: INK }), ...marks],
  });
}

/** Which look is whose. */
function keys(figure: Figure): HTMLElement {
  const names = [...new Set(drawnOf(figure).map((one) => one.origin))];
  const look = looks(names);
  const list = document.createElement("ul");
  list.className = "keys";
  for (const name of names) {
    const said = document.createElement("bdi");
    said.textContent = name;
    const { colour, form } = look(name);
    const sign = Plot.plot({ width: 18, height: 18, margin: 0, x: { axis: null, domain: [0, 1] }, y: { axis: null, domain: [0, 1] }, marks: [Plot.dot([0], { x: 0.5, y: 0.5, symbol: form, r: 5, stroke: colour, fill: colour })] });
    for (const style of sign.querySelectorAll("style")) style.remove();
    sign.setAttribute("aria-hidden", "true");
    const item = document.createElement("li");
    item.append(sign, said);
    list.append(item);
  }
  return list;
}

const host = document.getElementById("plot");
if (host) {
  const figure = await record<Figure>();
  if (drawnOf(figure).length) host.before(keys(figure));
  plotted(host, (width) => draw(figure, width));
}
