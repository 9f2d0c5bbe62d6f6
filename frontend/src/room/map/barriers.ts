// Where roads are closed, as it is drawn: the road at the place in dashes, with a bar across it on either side; and
// where they are told to be open: an unbroken line with an arrowhead at either end.
import type { Closed, Telling } from "./closures";
import { mercator } from "./data";

type Point = [number, number];
type Line = Point[];

const AWAY = 10 / 40_075; // of the world: a road that is not so near (10 km at the equator) is not the one meant
const ARM = 30; // pixels of the road that are drawn, either way from the place
const BAR = 16; // pixels from the place to the bar
const INK = "#1f2933";
export const SHUT = "#b5400a";
const FREE = "#007a5a";
const BESIDE: Line = [[14, 12], [22, 12], [6, 12]]; // where an open road is told of that is not drawn: beside its place

/** The lines of the map's roads by name, in Mercator's x and y. */
export type Roads = Map<string, Line[]>;

/** Where a road passes a place: the line, and the part of it that is nearest. */
interface Pass {
  line: Line;
  part: number;
  at: Point;
}

export class Barriers {
  private roads: Roads = new Map();
  private passes = new Map<string, Pass | null>();

  set(roads: Roads): void {
    this.roads = roads;
    this.passes.clear();
  }

  /** Draws what is closed; `place` gives the pixel of a point. */
  draw(pen: CanvasRenderingContext2D, closed: Closed[], place: (at: Point) => Point): void {
    for (const one of closed) {
      if (!one.at) continue;
      for (const road of one.roads) {
        const pass = this.pass(road, one.at);
        if (pass) across(pen, arms(pass, place));
        else across(pen, [[add(place(one.at), [0, -BAR]), add(place(one.at), [0, -BAR - 1])]]);
      }
    }
  }

  /** Draws what is told of roads: those open with arrowheads, those shut as what is closed. */
  tell(pen: CanvasRenderingContext2D, told: Telling[], place: (at: Point) => Point): void {
    for (const one of told) {
      for (const { latitude, longitude } of one.places) {
        if (latitude === null || longitude === null) continue;
        const at = mercator(longitude, latitude);
        const passes = one.roads.flatMap((road) => this.pass(road, at) ?? []);
        const [middle, ...ends] = BESIDE.map((step) => add(place(at), step)) as [Point, Point, Point];
        const lines = passes.length ? passes.flatMap((pass) => arms(pass, place)) : ends.map((end): Line => [middle, end]);
        (one.open ? along : across)(pen, lines);
      }
    }
  }

  private pass(road: string, at: Point): Pass | null {
    const key = JSON.stringify([road, at]);
    const known = this.passes.get(key);
    if (known !== undefined) return known;
    let [found, least]: [Pass | null, number] = [null, AWAY];
    for (const line of this.roads.get(road) ?? []) {
      for (let part = 0; part + 1 < line.length; part++) {
        const near = nearest(at, line[part] as Point, line[part + 1] as Point);
        const away = Math.hypot(near[0] - at[0], near[1] - at[1]);
        if (away < least) [found, least] = [{ line, part, at: near }, away];
      }
    }
    this.passes.set(key, found);
    return found;
  }
}

function add(a: Point, b: Point): Point {
  return [a[0] + b[0], a[1] + b[1]];
}

function nearest([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): Point {
  const [dx, dy] = [bx - ax, by - ay];
  const share = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return [ax + share * dx, ay + share * dy];
}

/** The road from a place both ways, as far as is drawn, in pixels. */
function arms({ line, part, at }: Pass, place: (at: Point) => Point): Line[] {
  const on = [line.slice(part + 1), line.slice(0, part + 1).reverse()];
  return on.map((rest) => cut([at, ...rest].map(place))).filter((arm) => arm.length > 1);
}

function cut(line: Line): Line {
  let [made, left]: [Line, number] = [line.slice(0, 1), ARM];
  for (let at = 1; at < line.length && left > 0; at++) {
    const [from, to] = [line[at - 1] as Point, line[at] as Point];
    const long = Math.hypot(to[0] - from[0], to[1] - from[1]);
    if (!long) continue;
    const share = Math.min(1, left / long);
    made = [...made, [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]];
    left -= long;
  }
  return made;
}

/** Draws a closed road with its bars; also what stands for one in the legend. */
export function across(pen: CanvasRenderingContext2D, lines: Line[]): void {
  const bars = lines.map(bar).filter((one) => one.length);
  stroke(pen, lines, "#ffffff", 7, []);
  stroke(pen, lines, SHUT, 4, [5, 4]);
  stroke(pen, bars, "#ffffff", 7, []);
  stroke(pen, bars, INK, 3, []);
}

/** Draws an open road with its arrowheads; also what stands for one in the legend. */
export function along(pen: CanvasRenderingContext2D, lines: Line[]): void {
  const heads = lines.map(head).filter((one) => one.length);
  for (const [width, colour] of [[7, "#ffffff"], [4, FREE]] as [number, string][]) stroke(pen, lines, colour, width, []);
  for (const [width, colour] of [[6, "#ffffff"], [2.5, INK]] as [number, string][]) stroke(pen, heads, colour, width, []);
}

/** The arrowhead at the end of an arm. */
function head(line: Line): Line {
  const [from, to] = [line.at(-2), line.at(-1)];
  const long = from && to ? Math.hypot(to[0] - from[0], to[1] - from[1]) : 0;
  if (!from || !to || !long) return [];
  const [ux, uy] = [((to[0] - from[0]) / long) * 6, ((to[1] - from[1]) / long) * 6];
  return [[to[0] - ux - uy, to[1] - uy + ux], to, [to[0] - ux + uy, to[1] - uy - ux]];
}

/** The bar across an arm of a road, BAR pixels from its beginning, or at the end of one that is shorter. */
function bar(line: Line): Line {
  let left = BAR;
  for (let at = 1; at < line.length; at++) {
    const [from, to] = [line[at - 1] as Point, line[at] as Point];
    const long = Math.hypot(to[0] - from[0], to[1] - from[1]);
    if (left > long && at + 1 < line.length) { left -= long; continue; }
    const share = Math.min(1, left / long);
    const [ux, uy] = [(to[0] - from[0]) / long, (to[1] - from[1]) / long];
    const [x, y] = [from[0] + ux * share * long, from[1] + uy * share * long];
    return [[x - uy * 7, y + ux * 7], [x + uy * 7, y - ux * 7]];
  }
  return [];
}

function stroke(pen: CanvasRenderingContext2D, lines: Line[], colour: string, width: number, dash: number[]): void {
  pen.beginPath();
  for (const line of lines) line.forEach(([x, y], at) => (at ? pen.lineTo(x, y) : pen.moveTo(x, y)));
  pen.setLineDash(dash);
  pen.lineWidth = width;
  pen.strokeStyle = colour;
  pen.stroke();
  pen.setLineDash([]);
}
