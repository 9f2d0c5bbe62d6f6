// Who held what on one day: a map with a slider of days, and the same in words.
import * as Plot from "@observablehq/plot";
import type { Box, Data, Evidence, Place, Spell } from "./data";
import { make } from "./dom";
import { circle, frame, scaleBar, shape, thinned, within } from "./map";
import { day, INK, proof, timeWindow, toldDays } from "./plots";
import { Sides } from "./sides";
import { type Coloured, edged, fillOf, legend, OPACITY, patterns } from "./states";

const DAY = 86_400_000;
const THIN = 1.2; // pixels that the edge of a dot takes at least
const STANDING: Record<Evidence, string> = { told: "", interpolated: ", not told of this day", carried: ", not told since" };

/** A spell as it stands on the day shown. */
interface Standing extends Coloured {
  spell: Spell;
  place: Place | null;
  now: Evidence;
  words: string;
}

let chosen: string | null = null; // outlives a drawing in another width

export function drawDays(data: Data, width: number): Element | null {
  const told = data.spells.flatMap(toldDays);
  const window = timeWindow(told);
  if (!window) return null;
  const first = day(iso(window[0])).getTime(); // midnight, so that a step is a day
  const days = Math.round((window[1].getTime() - first) / DAY);
  const dayAt = (step: number) => iso(new Date(first + step * DAY));
  const stepOf = (date: string) => Math.round((day(date).getTime() - first) / DAY);
  const changes = changeDays(data.spells).map(stepOf).filter((step) => step >= 0 && step <= days);
  const slider = make("input", { type: "range", min: "0", max: String(days), step: "1", "aria-label": "Day shown" }) as HTMLInputElement;
  const shown = make("output", { class: "day", "aria-live": "polite" });
  const stage = make("div", { class: "stage" });
  const back = make("button", { type: "button" }, "‹ change before");
  const on = make("button", { type: "button" }, "next change ›");
  const show = (step: number) => {
    const date = dayAt(Math.max(0, Math.min(days, step)));
    chosen = date;
    slider.value = String(stepOf(date));
    slider.setAttribute("aria-valuetext", inWords(date));
    shown.textContent = inWords(date);
    stage.replaceChildren(...drawn(data, standing(data, date), date, width));
  };
  slider.addEventListener("input", () => show(Number(slider.value)));
  back.addEventListener("click", () => show(changes.filter((step) => step < Number(slider.value)).at(-1) ?? 0));
  on.addEventListener("click", () => show(changes.find((step) => step > Number(slider.value)) ?? days));
  const last = stepOf(iso(new Date(Math.max(...told.map((date) => date.getTime())))));
  show(chosen === null ? (changes.filter((step) => step <= last).at(-1) ?? last) : stepOf(chosen));
  return make("div", { class: "days" }, make("div", { class: "slide" }, back, slider, on, shown), stage);
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

function inWords(date: string): string {
  const [year, month, number] = date.split("-").map(Number);
  return `${number} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

function changeDays(spells: Spell[]): string[] {
  const found = spells.flatMap((one) => [one.earliest, one.latest && iso(new Date(day(one.latest).getTime() + DAY))]);
  return [...new Set(found.filter((date): date is string => Boolean(date)))].sort();
}

function covers(ends: { earliest: string | null; latest: string | null }, date: string): boolean {
  return (!ends.earliest || ends.earliest <= date) && (!ends.latest || date <= ends.latest);
}

/** The spells that run on a day, those of a whole place before those of its parts. */
function standing(data: Data, date: string): Standing[] {
  const sides = new Sides(data.sides);
  return data.spells
    .filter((spell) => covers(spell, date))
    .map((spell) => {
      const now = spell.stretches.find((one) => covers(one, date))?.evidence ?? "told";
      return {
        spell, now, status: spell.status, holder: spell.holder, evidence: [now], colour: sides.of(spell.holder).colour, strokes: sides.of(spell.holder).strokes,
        place: spell.at === null ? null : (data.places[spell.at] ?? null),
        words: spell.words + (spell.by ? `, by ${spell.by}` : "") + STANDING[now],
      };
    })
    .sort((a, b) => Number(Boolean(a.spell.part)) - Number(Boolean(b.spell.part)) || (a.spell.place < b.spell.place ? -1 : 1));
}

function drawn(data: Data, rows: Standing[], date: string, width: number): Element[] {
  const map = data.view ? dayMap(data, rows, date, width) : null;
  return [...(map ? [map] : []), ...(rows.length ? [legend(rows, new Sides(data.sides))] : []), inList(data, rows, date)];
}

/** The part of the map in which somebody is said to hold, or to stand round, a place. */
function closer(data: Data): Box {
  const whole = data.view ?? [-180, -85, 180, 85];
  const spots = data.spells.flatMap((one) => (one.at === null ? [] : [data.places[one.at] as Place])).filter((one) => within(one, whole));
  if (!spots.length) return whole;
  const reach = (one: Place) => Math.min((one.radius ?? 0) / 111, 0.4);
  const sides = (axis: "longitude" | "latitude"): [number, number] => {
    const low = Math.min(...spots.map((one) => one[axis] - reach(one)));
    const high = Math.max(...spots.map((one) => one[axis] + reach(one)));
    const margin = Math.max(0.15, (high - low) * 0.25);
    return [low - margin, high + margin];
  };
  const [[west, east], [south, north]] = [sides("longitude"), sides("latitude")];
  return [west, south, east, north];
}

function dayMap(data: Data, rows: Standing[], date: string, width: number): Element {
  const view = closer(data);
  const seen = rows.filter((row) => row.place !== null && within(row.place, view)) as (Standing & { place: Place })[];
  const spot = { x: (row: { place: Place }) => row.place.longitude, y: (row: { place: Place }) => row.place.latitude };
  const whole = seen.filter((row) => !row.spell.part && row.status !== "surrounded");
  const parts = seen.filter((row) => row.spell.part);
  const ringed = seen.filter((row) => row.status === "surrounded" && !row.spell.part);
  const rough = whole.filter((row) => row.place.radius);
  const rings = rough.map((row) => ({ ...circle(row.place), row }));
  const cut = data.roads.filter((road) => road.cut && covers(road, date) && road.at !== null)
    .map((road) => ({ road, place: data.places[road.at ?? 0] as Place })).filter((one) => within(one.place, view));
  const names = [...new Map(seen.map((row) => [row.place.name, row.place])).values()];
  const say = (row: Standing) => ({ tokens: row.spell.tokens, label: `${row.spell.place}: ${row.words}` });
  const weigh = (row: Standing) => OPACITY[row.now];
  const plot = Plot.plot({
    width,
    height: Math.round(Math.min(560, Math.max(300, width * 0.56))),
    margin: 0,
    style: { fontSize: "12px", color: INK, background: "#dfe8ee" },
    ariaLabel: `Who held what on ${inWords(date)}`,
    projection: { type: "mercator", domain: frame(view), inset: 6 },
    marks: [
      Plot.geo(data.outlines.map(shape), { fill: "#f7f5ef", stroke: "#8a949e", strokeWidth: 0.8 }),
      Plot.geo(roads(data), { stroke: "#8a8172", strokeWidth: (one: RoadShape) => (one.properties.main ? 1.8 : 0.9) }),
      Plot.geo(rings, {
        fill: (one: { row: Standing }) => one.row.colour, fillOpacity: 0.12, strokeDasharray: "4 3",
        stroke: (one: { row: Standing }) => one.row.colour, ...proof(rings, (one) => say(one.row)),
      }),
      Plot.dot(ringed, { ...spot, r: 13, fill: "none", stroke: "colour", strokeWidth: 2.5, strokeDasharray: "6 3", ...proof(ringed, say) }),
      Plot.dot(whole, { ...spot, r: 7.5, fill: (row: Standing) => fillOf(row.status, row.colour), ...edged(whole, say, THIN, weigh) }),
      Plot.dot(parts, { ...spot, r: 4.5, dx: 9, dy: 7, fill: (row: Standing) => fillOf(row.status, row.colour), ...edged(parts, say, THIN, weigh) }),
      Plot.text(cut, { ...spot, text: () => "✕", dy: 15, fontSize: 13, fontWeight: 700, fill: "#000000", stroke: "#ffffff", strokeWidth: 3,
        ...proof(cut, (one) => ({ tokens: one.road.tokens, label: `${one.road.place}: ${one.road.words}` })) }),
      Plot.text(names, {
        x: "longitude", y: "latitude", text: "name", dy: -16, fill: "#000000", stroke: "#ffffff", strokeWidth: 4,
        fontWeight: 600, pointerEvents: "none", ...thinned(names, [], -24),
      }),
      ...scaleBar(view),
    ],
  });
  plot.prepend(patterns(seen));
  return make("div", { class: "map" }, plot);
}

type RoadShape = GeoJSON.Feature<GeoJSON.LineString, { main: boolean }>;

function roads(data: Data): RoadShape[] {
  return data.lines.map(([main, coordinates]) => ({ type: "Feature", properties: { main }, geometry: { type: "LineString", coordinates } }));
}

/** The day in words, place by place, each state a way to its sentences. */
function inList(data: Data, rows: Standing[], date: string): HTMLElement {
  const said = rows.map((row) => item(row.spell.place, row.words, row.spell.tokens));
  const roads = data.roads.filter((road) => covers(road, date)).map((road) => item(road.place, road.words, road.tokens));
  if (!said.length && !roads.length) return make("p", { class: "none" }, "Nobody says who held what on this day.");
  return make("details", { open: "" }, make("summary", {}, "This day in words"), make("ul", { class: "plain onday" }, ...said, ...roads));
}

function item(place: string, words: string, tokens: string): HTMLElement {
  const state = tokens
    ? make("a", { class: "proof", href: `#c${tokens.split(" ")[0]}`, "data-c": tokens }, make("bdi", {}, words))
    : make("bdi", {}, words);
  return make("li", {}, make("bdi", {}, place), ": ", state);
}
