// The sheet over the base map on which a day is drawn, and what lies under a point of it.
import { Barriers } from "./barriers";
import type { Closed, Telling } from "./closures";
import { LAYERS, type Shown, type Spot } from "./data";
import { EVENTS, Marks } from "./marks";
import { Names } from "./names";
import { Pixels, type Sprite, sprite } from "./pixels";
import { BY_PROCESSOR, crossed, drawn, edge, fill, keyOf, OFFSETS, PART, RADIUS, type Sign, SIGN_SIDE } from "./signs";

const EARTH = 40_075; // km round the equator
const REACH = 16; // pixels from a point at which it is meant
const SMALL = 10; // pixels below which an area is drawn as large as this
const LARGE = 60; // pixels above which an area is drawn on the sheet below
const STEP = 2; // pixels by which the sizes of areas go
const ROOM = 2 * LARGE + 20; // pixels round what is seen, so that an area that reaches in lies in it whole
const RIM = 9; // pixels outside of an area, for its edge and what stands on it
const KEPT = 1_000; // areas that are kept drawn
const FADES = 4; // steps in which events fade

/** The middle of what is seen in Mercator's x and y, and pixels to the width of the world. */
export interface View {
  x: number;
  y: number;
  world: number;
}

export class Sheet {
  readonly canvas = document.createElement("canvas");
  readonly below = document.createElement("canvas"); // large areas and the scale: they seldom change from day to day
  private readonly pen = this.canvas.getContext("2d", BY_PROCESSOR);
  private readonly brush = this.below.getContext("2d", BY_PROCESSOR);
  private readonly marks: Marks;
  private readonly reaches: Float64Array; // radius of each spot as a part of the world
  private readonly seen: Uint32Array; // the frame in which each sign was last drawn at each spot
  private readonly across: Int32Array; // where the middle of each spot lies, in pixels of the sheet
  private readonly down: Int32Array;
  private readonly fills = new Map<string, string | CanvasPattern>();
  private readonly areas = new Map<number, Sprite>();
  private readonly exact: Uint8Array;
  private sprites: Sprite[][] = [];
  private aside: number[] = []; // how far each sign stands from its spot, across and down in turn
  private pixels = new Pixels(1, 1, 0);
  private large: number[] | null = null;
  readonly barriers = new Barriers();
  readonly names: Names; // over all else, and drawn again only where one looks elsewhere
  private closed: Closed[] = [];
  private told: Telling[] = [];
  private frame = 1;
  private view: View = { x: 0.5, y: 0.5, world: 512 };
  private width = 0;
  private height = 0;
  private ratio = 1;

  constructor(private readonly shown: Shown) {
    this.marks = new Marks(shown);
    this.names = new Names(shown.spots);
    this.seen = new Uint32Array(shown.spots.length * Math.max(1, this.marks.signs.length));
    this.reaches = Float64Array.from(shown.spots, (spot) => (spot.radius ?? 0) / (EARTH * Math.cos((spot.latitude * Math.PI) / 180)));
    this.exact = Uint8Array.from(shown.spots, (spot) => Number(spot.exact));
    [this.across, this.down] = [new Int32Array(shown.spots.length), new Int32Array(shown.spots.length)];
    for (const canvas of [this.canvas, this.below]) {
      canvas.className = "features";
      canvas.setAttribute("aria-hidden", "true");
    }
  }

  resize(width: number, height: number): void {
    this.ratio = Math.min(devicePixelRatio || 1, 2);
    [this.width, this.height] = [width, height];
    for (const canvas of [this.canvas, this.below]) [canvas.width, canvas.height] = [width * this.ratio, height * this.ratio];
    this.pixels = new Pixels(this.canvas.width, this.canvas.height, Math.ceil(ROOM * this.ratio));
    this.sprites = this.signs.map(() => []);
    this.aside = this.signs.flatMap((sign) => (sign.part ? PART : OFFSETS[sign.layer]).map((end) => Math.round(end * this.ratio)));
    this.areas.clear();
    this.names.resize(width, height, this.ratio);
    this.lay();
  }

  look(view: View): void {
    this.view = view;
    this.lay();
  }

  /** Says where each place lies on the sheet. */
  private lay(): void {
    this.large = null;
    this.shown.spots.forEach((spot, index) => {
      const [x, y] = this.place(spot);
      [this.across[index], this.down[index]] = [Math.round(x * this.ratio), Math.round(y * this.ratio)];
    });
    this.names.draw((spot) => this.place(spot));
  }

  private place(spot: Pick<Spot, "x" | "y">): [number, number] {
    const { x, y, world } = this.view;
    return [(spot.x - x) * world + this.width / 2, (spot.y - y) * world + this.height / 2];
  }

  private radius(spot: number): number {
    return (this.reaches[spot] ?? 0) * this.view.world;
  }

  private get signs(): Sign[] {
    return this.marks.signs;
  }

  /** Says which roads are closed, and what is told of roads, for the next drawing; the same ones are given as the same list. */
  shut(closed: Closed[], told: Telling[]): void {
    if (closed !== this.closed || told !== this.told) this.large = null;
    [this.closed, this.told] = [closed, told];
  }

  /** Draws a day; returns how many features stand on it. */
  draw(day: number, trail: number, layers: Set<string>, chosen: number): number {
    const { pen, pixels, ratio } = this;
    if (!pen) return 0;
    pixels.clear();
    const large: number[] = [];
    const count = this.fill(day, trail, LAYERS.map((layer) => layers.has(layer)), large);
    pixels.put(pen);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (chosen >= 0) this.ring(pen, chosen);
    this.lie(large.reverse());
    return count;
  }

  private fill(day: number, trail: number, on: boolean[], large: number[]): number {
    const { marks, seen, frame } = this;
    const { spot, layer, signs } = marks;
    let count = 0;
    for (let row = marks.length - 1; row >= 0; row--) {
      const code = on[layer[row] as number] ? marks.on(row, day, trail) : -1;
      if (code < 0) continue;
      count += 1;
      const at = spot[row] as number;
      if (!this.exact[at] || layer[row] === EVENTS) { // what one sees through is drawn once, however many it stands for
        const once = at * signs.length + code;
        if (seen[once] === frame) continue;
        seen[once] = frame;
      }
      this.mark(code, at, Math.ceil((marks.gone(row, day) / (trail + 1)) * FADES), large);
    }
    this.frame += 1;
    return count;
  }

  private mark(code: number, spot: number, faded: number, large: number[]): void {
    const x = this.across[spot] as number;
    const y = this.down[spot] as number;
    const exact = this.exact[spot];
    const radius = exact ? SIGN_SIDE : Math.max(this.radius(spot), SMALL);
    const reach = radius * this.ratio;
    if (x < -reach || y < -reach || x > this.canvas.width + reach || y > this.canvas.height + reach) return;
    if (exact) this.pixels.set(this.sprite(code, faded), x + (this.aside[code * 2] as number), y + (this.aside[code * 2 + 1] as number));
    else if (radius > LARGE) large.push(spot * this.signs.length + code);
    else this.pixels.set(this.area(code, radius), x, y);
  }

  private sprite(code: number, faded: number): Sprite {
    const made = this.sprites[code] as Sprite[];
    return (made[faded] ??= sprite(drawn(this.signs[code] as Sign, this.ratio), faded ? 0.85 - (0.55 * faded) / FADES : 1));
  }

  /** A place that is known roughly is an area with a dashed border, never a point. */
  private area(code: number, radius: number): Sprite {
    const size = Math.ceil(radius / STEP);
    const key = size * this.signs.length + code;
    const known = this.areas.get(key);
    if (known) return known;
    const drawing = document.createElement("canvas");
    drawing.width = drawing.height = Math.ceil(2 * (size * STEP + RIM) * this.ratio);
    const pen = drawing.getContext("2d", BY_PROCESSOR);
    pen?.scale(this.ratio, this.ratio);
    if (pen) this.round(pen, size * STEP + RIM, size * STEP + RIM, size * STEP, this.signs[code] as Sign);
    if (this.areas.size >= KEPT) this.areas.clear();
    const made = sprite(drawing);
    this.areas.set(key, made);
    return made;
  }

  /** Draws the sheet below again, where the large areas on it are others than before. */
  private lie(large: number[]): void {
    const { brush } = this;
    if (!brush || (this.large?.length === large.length && large.every((one, index) => one === this.large?.[index]))) return;
    this.large = large;
    brush.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    brush.clearRect(0, 0, this.width, this.height);
    for (const once of large) {
      const at = Math.floor(once / this.signs.length);
      this.round(brush, ...this.place(this.shown.spots[at] as Spot), this.radius(at), this.signs[once % this.signs.length] as Sign);
    }
    this.barriers.draw(brush, this.closed, (at) => this.place({ x: at[0], y: at[1] }));
    this.barriers.tell(brush, this.told, (at) => this.place({ x: at[0], y: at[1] }));
    this.scale(brush);
  }

  private round(pen: CanvasRenderingContext2D, x: number, y: number, radius: number, sign: Sign): void {
    pen.beginPath();
    pen.arc(x, y, radius, 0, 7);
    pen.fillStyle = this.filled(pen, sign);
    pen.fill();
    edge(pen, "unknown", sign.colour);
    pen.setLineDash([6, 4]);
    pen.lineWidth = sign.layer === "control" ? 2 : 1.3;
    pen.stroke();
    pen.setLineDash([]);
    if (sign.layer === "control") crossed(pen, sign.strokes, x, y - radius, RADIUS); // on the edge: there is no point in an area
  }

  private filled(pen: CanvasRenderingContext2D, sign: Sign): string | CanvasPattern {
    const key = keyOf(sign);
    const known = this.fills.get(key);
    if (known !== undefined) return known;
    const weight = { t: 0.16, i: 0.1, c: 0.06 }[sign.evidence];
    const made = sign.layer === "events" ? fill(pen, "held", sign.colour, 0.05) : fill(pen, sign.status, sign.colour, weight);
    this.fills.set(key, made);
    return made;
  }

  private ring(pen: CanvasRenderingContext2D, spot: number): void {
    const [px, py] = this.place(this.shown.spots[spot] as Spot);
    const radius = Math.max(this.radius(spot), 20);
    for (const [width, colour] of [[6, "#ffffff"], [3, "#b5400a"]] as [number, string][]) {
      pen.beginPath();
      pen.arc(px, py, radius, 0, 7);
      pen.lineWidth = width;
      pen.strokeStyle = colour;
      pen.stroke();
    }
  }

  /** A bar of so many kilometres in the corner. */
  private scale(pen: CanvasRenderingContext2D): void {
    const latitude = Math.atan(Math.sinh(Math.PI * (1 - 2 * this.view.y)));
    const km = this.view.world / (EARTH * Math.cos(latitude));
    const long = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].filter((one) => one * km < this.width / 4).at(-1) ?? 1;
    const y = this.height - 14;
    pen.fillStyle = "#1f2933";
    pen.fillRect(12, y, long * km, 3);
    pen.font = "12px system-ui, sans-serif";
    pen.strokeStyle = "#ffffff";
    pen.lineWidth = 4;
    pen.strokeText(`${long} km`, 12, y - 6);
    pen.fillText(`${long} km`, 12, y - 6);
  }

  /** The place meant by a point: the nearest that is known exactly, else the smallest area round it; -1 for none. */
  meant(px: number, py: number, there: (spot: number) => boolean): number {
    let [found, best] = [-1, REACH];
    let [area, least] = [-1, Number.POSITIVE_INFINITY];
    this.shown.spots.forEach((spot, index) => {
      const [x, y] = this.place(spot);
      const away = Math.hypot(x - px, y - py);
      if (spot.exact && away < best && there(index)) [found, best] = [index, away];
      const radius = Math.max(this.radius(index), SMALL);
      if (!spot.exact && away < radius && radius < least && there(index)) [area, least] = [index, radius];
    });
    return found >= 0 ? found : area;
  }
}
