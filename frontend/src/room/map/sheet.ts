// The sheet over the base map on which a day is drawn, and what lies under a point of it.
import { type Evidence, type Feature, LAYERS, type Shown, type Spot } from "./data";
import { BY_PROCESSOR, drawn, edge, fill, keyOf, OFFSETS, PART, type Sign, SIGN_SIDE, signOf } from "./signs";

const EARTH = 40_075; // km round the equator
const REACH = 16; // pixels from a point at which it is meant
const SMALL = 10; // pixels below which an area is drawn as large as this
const FADES = 4; // steps in which events fade

/** The middle of what is seen in Mercator's x and y, and pixels to the width of the world. */
export interface View {
  x: number;
  y: number;
  world: number;
}

/** What is drawn of features, each stretch of days by itself, in the order of drawing. */
interface Marks {
  first: Int32Array;
  last: Int32Array;
  spot: Int32Array;
  sign: Int32Array;
  layer: Uint8Array;
}

export class Sheet {
  readonly canvas = document.createElement("canvas");
  private readonly pen = this.canvas.getContext("2d", BY_PROCESSOR);
  private readonly marks: Marks;
  private readonly signs: Sign[] = [];
  private readonly pictures: HTMLCanvasElement[] = [];
  private readonly seen: Uint32Array;
  private readonly fills = new Map<string, string | CanvasPattern>();
  private frame = 0;
  private view: View = { x: 0.5, y: 0.5, world: 512 };
  private width = 0;
  private height = 0;
  private ratio = 1;

  constructor(private readonly shown: Shown, colours: Map<string, string>) {
    this.marks = this.made(shown.features, colours);
    this.seen = new Uint32Array(shown.spots.length * Math.max(1, this.signs.length));
    this.canvas.className = "features";
    this.canvas.setAttribute("aria-hidden", "true");
  }

  private made(features: Feature[], colours: Map<string, string>): Marks {
    const codes = new Map<string, number>();
    const rows: [number, number, number, number, number][] = [];
    for (const one of features) {
      if (one.spot < 0) continue;
      const parts = one.stretches.length ? one.stretches : [{ evidence: "t" as Evidence, first: one.first, last: one.last, status: "" }];
      for (const part of parts) {
        const sign = signOf(one, part.evidence, part.status, colours);
        const key = keyOf(sign);
        if (!codes.has(key)) { codes.set(key, this.signs.length); this.signs.push(sign); }
        rows.push([part.first, part.last, one.spot, codes.get(key) ?? 0, LAYERS.indexOf(one.layer)]);
      }
    }
    rows.sort((a, b) => a[4] - b[4] || a[3] - b[3]);
    const column = (at: number) => Int32Array.from(rows, (row) => row[at] ?? 0);
    return { first: column(0), last: column(1), spot: column(2), sign: column(3), layer: Uint8Array.from(rows, (row) => row[4]) };
  }

  resize(width: number, height: number): void {
    this.ratio = Math.min(devicePixelRatio || 1, 2);
    [this.width, this.height] = [width, height];
    this.canvas.width = width * this.ratio;
    this.canvas.height = height * this.ratio;
    this.pictures.length = 0;
    this.pictures.push(...this.signs.map((sign) => drawn(sign, this.ratio)));
  }

  look(view: View): void {
    this.view = view;
  }

  private place(spot: Spot): [number, number] {
    const { x, y, world } = this.view;
    return [(spot.x - x) * world + this.width / 2, (spot.y - y) * world + this.height / 2];
  }

  private radius(spot: Spot): number {
    const km = EARTH * Math.cos((spot.latitude * Math.PI) / 180);
    return ((spot.radius ?? 0) / km) * this.view.world;
  }

  draw(day: number, trail: number, layers: Set<string>, chosen: number): number {
    const pen = this.pen;
    if (!pen) return 0;
    pen.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    pen.clearRect(0, 0, this.width, this.height);
    const on = LAYERS.map((layer) => layers.has(layer));
    const { first, last, spot, sign, layer } = this.marks;
    const half = SIGN_SIDE / 2;
    const { x, y, world } = this.view;
    const [left, top] = [this.width / 2 - x * world, this.height / 2 - y * world];
    let count = 0;
    this.frame += 1;
    for (let i = 0; i < first.length; i++) {
      const kind = layer[i] as number;
      const stays = kind === 1 ? trail : 0;
      if ((first[i] as number) > day || (last[i] as number) < day - stays || !on[kind]) continue;
      count += 1;
      const at = spot[i] as number;
      const code = sign[i] as number;
      const once = at * this.signs.length + code;
      if (this.seen[once] === this.frame) continue;
      this.seen[once] = this.frame;
      const where = this.shown.spots[at] as Spot;
      const [px, py] = [where.x * world + left, where.y * world + top];
      if (!where.exact) { this.area(pen, where, px, py, this.signs[code] as Sign); continue; }
      if (px < -half || py < -half || px > this.width + half || py > this.height + half) continue;
      const [dx, dy] = this.signs[code]?.part ? PART : OFFSETS[LAYERS[kind] ?? "control"];
      const gone = kind === 1 ? day - (last[i] as number) : 0;
      const fade = gone > 0 ? 0.85 - 0.55 * (Math.ceil((gone / (trail + 1)) * FADES) / FADES) : 1;
      if (pen.globalAlpha !== fade) pen.globalAlpha = fade;
      pen.drawImage(this.pictures[code] as HTMLCanvasElement, px + dx - half, py + dy - half, SIGN_SIDE, SIGN_SIDE);
    }
    pen.globalAlpha = 1;
    if (chosen >= 0) this.ring(pen, this.shown.spots[chosen] as Spot);
    this.scale(pen);
    return count;
  }

  /** A place that is known roughly is an area with a dashed border, never a point. */
  private area(pen: CanvasRenderingContext2D, spot: Spot, px: number, py: number, sign: Sign): void {
    const radius = Math.max(this.radius(spot), SMALL);
    if (px + radius < 0 || py + radius < 0 || px - radius > this.width || py - radius > this.height) return;
    pen.globalAlpha = 1;
    pen.beginPath();
    pen.arc(px, py, radius, 0, 7);
    pen.fillStyle = this.filled(pen, sign);
    pen.fill();
    edge(pen, "unknown", sign.colour);
    pen.setLineDash([6, 4]);
    pen.lineWidth = sign.layer === "control" ? 2 : 1.3;
    pen.stroke();
    pen.setLineDash([]);
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

  private ring(pen: CanvasRenderingContext2D, spot: Spot): void {
    const [px, py] = this.place(spot);
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
      const radius = Math.max(this.radius(spot), SMALL);
      if (!spot.exact && away < radius && radius < least && there(index)) [area, least] = [index, radius];
    });
    return found >= 0 ? found : area;
  }
}
