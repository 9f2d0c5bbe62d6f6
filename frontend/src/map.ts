// The map: every place as the circle within which it lies; nothing known roughly is pinned.
import * as Plot from "@observablehq/plot";
import { geoCircle, geoContains } from "d3";
import type { Box, Data, Outline, Place } from "./data";
import { make } from "./dom";
import { INK, proof, QUIET, textWidth } from "./plots";

const KM_A_DEGREE = 111.2;
const DEGREE = 100;
export const PLACE = "#b5400a";

type Shape = GeoJSON.Feature<GeoJSON.Polygon, { name: string }>;
export interface Circle extends GeoJSON.Feature<GeoJSON.Polygon> {
  place: Place;
}

export function drawMap(data: Data, width: number): Element | null {
  const view = data.view;
  if (!view) return null;
  const inside = data.places.filter((place) => within(place, view));
  const circles = inside.filter((place) => place.radius).map(circle).sort((a, b) => (b.place.radius ?? 0) - (a.place.radius ?? 0));
  const land = data.outlines.map(shape);
  const named = [...inside].sort((a, b) => b.claims - a.claims || (a.name < b.name ? -1 : 1));
  const perKm = width / ((view[2] - view[0]) * KM_A_DEGREE);
  const rough = inside.filter((place) => !place.exact && (place.radius ?? 0) * perKm < 10);
  const exact = inside.filter((place) => place.exact);
  const say = (place: Place) => ({ tokens: place.tokens, label: describe(place) });
  const countries = countryNames(land, view);
  const taken: Box[] = [];
  const spot = { x: "longitude", y: "latitude" } as const;
  const plot = Plot.plot({
    width,
    height: Math.round(Math.min(620, Math.max(320, width * 0.62))),
    margin: 0,
    style: { fontSize: "12px", color: INK, background: "#dfe8ee" },
    ariaLabel: "Map of the places named",
    projection: { type: "mercator", domain: frame(view), inset: 6 },
    marks: [
      Plot.geo(land, { fill: "#f7f5ef", stroke: "#8a949e", strokeWidth: 0.8 }),
      Plot.geo(circles, {
        fill: PLACE, fillOpacity: 0.07, stroke: PLACE, strokeWidth: 1.2,
        strokeDasharray: "4 3", ...proof(circles, (one) => say(one.place)),
      }),
      Plot.dot(rough, { ...spot, r: 6, fill: "#ffffff", fillOpacity: 0.6, stroke: PLACE, strokeWidth: 1.5, strokeDasharray: "2 2", ...proof(rough, say) }),
      Plot.dot(exact, { ...spot, r: 4.5, fill: PLACE, stroke: "#ffffff", strokeWidth: 1.5, ...proof(exact, say) }),
      Plot.text(named, {
        ...spot, text: "name", dy: -12, fill: "#000000", stroke: "#ffffff", strokeWidth: 4, fontWeight: 600,
        pointerEvents: "none", ...thinned(named, taken, -20),
      }),
      Plot.text(countries, {
        x: "x", y: "y", text: "name", fill: QUIET, fontSize: 13, fontStyle: "italic", stroke: "#f7f5ef", strokeWidth: 4,
        pointerEvents: "none", ...thinned(countries, taken, -8, true),
      }),
      ...scaleBar(view),
    ],
  });
  return make("div", { class: "map" }, plot, ...outside(data.places, view));
}

/** The corners that a map must show. */
export function frame([west, south, east, north]: Box): GeoJSON.MultiPoint {
  return { type: "MultiPoint", coordinates: [[west, south], [east, south], [east, north], [west, north]] };
}

/** Whether a place lies in what a map shows. */
export function within({ longitude: x, latitude: y }: Place, [west, south, east, north]: Box): boolean {
  return x >= west && x <= east && y >= south && y <= north;
}

/** The ring within which a place lies. */
export function circle(place: Place): Circle {
  const ring = geoCircle().center([place.longitude, place.latitude]).radius((place.radius ?? 0) / KM_A_DEGREE).precision(4)();
  return { type: "Feature", properties: {}, geometry: ring, place };
}

function describe(place: Place): string {
  const near = place.radius === null ? "how near is not known" : `within ${place.radius.toLocaleString("en")} km`;
  return `${place.name} (${place.exact ? "named town or site" : `known as ${place.precision} only`}, ${near})`;
}

/** Undoes the packing of build.mjs: first corner, then steps, in hundredths of a degree. */
export function shape([name, , rings]: Outline): Shape {
  const coordinates = rings.map((ring) => {
    const points: [number, number][] = [];
    let [x, y] = [0, 0];
    for (let at = 0; at < ring.length; at += 2) {
      x += ring[at] ?? 0;
      y += ring[at + 1] ?? 0;
      points.push([x / DEGREE, y / DEGREE]);
    }
    if (points[0]) points.push(points[0]);
    return points;
  });
  return { type: "Feature", properties: { name }, geometry: { type: "Polygon", coordinates } };
}

/** Where each country's name may stand, best first: in the middle of what is seen of it, then round about. */
function countryNames(land: Shape[], [west, south, east, north]: Box): { name: string; x: number; y: number }[] {
  const grid: [number, number][] = [];
  for (let i = 1; i < 14; i++) for (let j = 1; j < 10; j++) grid.push([west + ((east - west) * i) / 14, south + ((north - south) * j) / 10]);
  const best = new Map<string, [number, number][]>();
  for (const one of land) {
    const held = grid.filter((point) => geoContains(one, point));
    if (held.length > (best.get(one.properties.name)?.length ?? 1)) best.set(one.properties.name, held);
  }
  return [...best].flatMap(([name, held]) => {
    const mean = [0, 1].map((axis) => held.reduce((sum, point) => sum + (point[axis as 0 | 1] ?? 0), 0) / held.length);
    const away = (point: [number, number]) => Math.hypot(point[0] - (mean[0] ?? 0), point[1] - (mean[1] ?? 0));
    return held.sort((a, b) => away(a) - away(b)).map(([x, y]) => ({ name, x, y }));
  });
}

/** Leaves out labels that would lie over one drawn before; the table lists every place. */
export function thinned(places: { name: string }[], taken: Box[], top: number, once = false): { render: Plot.RenderFunction } {
  return {
    render(index, scales, values, dimensions, context, next) {
      const named = new Set<string>();
      const kept = index.filter((i) => {
        const half = textWidth(places[i]?.name ?? "") / 2 + 3;
        const [x, y] = [(values.x?.[i] as number) ?? 0, (values.y?.[i] as number) ?? 0];
        const box: Box = [x - half, y + top, x + half, y + top + 17];
        const twice = once && named.has(places[i]?.name ?? "");
        if (twice || taken.some((b) => box[0] < b[2] && b[0] < box[2] && box[1] < b[3] && b[1] < box[3])) return false;
        taken.push(box);
        named.add(places[i]?.name ?? "");
        return true;
      });
      return next?.(kept, scales, values, dimensions, context) ?? null;
    },
  };
}

/** A bar of so many kilometres in the corner. */
export function scaleBar([west, south, east, north]: Box): Plot.Markish[] {
  const y = south + (north - south) * 0.04;
  const degree = KM_A_DEGREE * Math.cos((y * Math.PI) / 180);
  const most = ((east - west) * degree) / 4;
  const km = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].filter((step) => step <= most).at(-1) ?? 1;
  const x = west + (east - west) * 0.03;
  const bar = [{ x, to: x + km / degree, y, text: `${km} km` }];
  return [
    Plot.link(bar, { x1: "x", x2: "to", y1: "y", y2: "y", stroke: INK, strokeWidth: 2.5 }),
    Plot.text(bar, { x: "x", y: "y", text: "text", dy: -9, textAnchor: "start", stroke: "#f7f5ef", strokeWidth: 4, fill: INK }),
  ];
}

function outside(places: Place[], view: Box): HTMLElement[] {
  const far = places.filter((place) => !within(place, view)).map((place) => place.name);
  return far.length ? [make("p", { class: "note" }, "Named, but outside this map: ", make("bdi", {}, far.sort().join(", ")), ".")] : [];
}
