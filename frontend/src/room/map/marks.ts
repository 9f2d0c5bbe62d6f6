// What is drawn of features on a day: which sign stands where, kept in columns, the uppermost last.
import type { Sides } from "../../sides";
import { type Evidence, type Feature, LAYERS, type Shown, type Spot } from "./data";
import { keyOf, type Sign, signOf } from "./signs";

export const EVENTS = LAYERS.indexOf("events");

/** Features that lie somewhere, a row each, and the stretches of their days, one feature's after the other's. */
export class Marks {
  readonly signs: Sign[] = [];
  readonly spot: Int32Array;
  readonly layer: Uint8Array;
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  private readonly ends: Int32Array; // where the stretches of each begin, and at the end where the last ones end
  private readonly since: Int32Array;
  private readonly until: Int32Array;
  private readonly sign: Int32Array;
  private readonly now: Int32Array; // the stretch of each that was last asked for: the next is near it

  constructor({ features, spots, sides }: Shown) {
    const there = features.filter((one) => one.spot >= 0).sort(order(spots));
    const parts = there.map((one) => (one.stretches.length ? one.stretches : [{ evidence: "t" as Evidence, first: one.first, last: one.last, status: "" }]));
    this.spot = Int32Array.from(there, (one) => one.spot);
    this.layer = Uint8Array.from(there, (one) => LAYERS.indexOf(one.layer));
    this.first = Int32Array.from(there, (one) => one.first);
    this.last = Int32Array.from(there, (one) => one.last);
    const all = parts.reduce((sum, one) => sum + one.length, 0);
    this.ends = new Int32Array(there.length + 1);
    [this.since, this.until, this.sign] = [new Int32Array(all), new Int32Array(all), new Int32Array(all)];
    this.fill(there, parts, sides);
    this.now = this.ends.slice(0, -1);
  }

  private fill(features: Feature[], parts: Feature["stretches"][], sides: Sides): void {
    const codes = new Map<string, number>();
    const code = (sign: Sign) => {
      const key = keyOf(sign);
      const known = codes.get(key);
      if (known !== undefined) return known;
      codes.set(key, this.signs.length);
      return this.signs.push(sign) - 1;
    };
    let at = 0;
    features.forEach((one, row) => {
      const made = new Map<string, number>();
      for (const part of parts[row] ?? []) {
        const kind = part.evidence + part.status;
        if (!made.has(kind)) made.set(kind, code(signOf(one, part.evidence, part.status, sides)));
        [this.since[at], this.until[at], this.sign[at]] = [part.first, part.last, made.get(kind) ?? 0];
        at += 1;
      }
      this.ends[row + 1] = at;
    });
  }

  get length(): number {
    return this.spot.length;
  }

  /** The sign of a row on a day, -1 where it has none then; events stay for some days. */
  on(row: number, day: number, trail: number): number {
    const late = this.layer[row] === EVENTS ? day - trail : day;
    if ((this.first[row] as number) > day || (this.last[row] as number) < late) return -1;
    const [start, end] = [this.ends[row] as number, (this.ends[row + 1] as number) - 1];
    let at = this.now[row] as number;
    while (at < end && (this.until[at] as number) < late) at += 1;
    while (at > start && (this.until[at - 1] as number) >= late) at -= 1;
    this.now[row] = at;
    return (this.since[at] as number) <= day && (this.until[at] as number) >= late ? (this.sign[at] as number) : -1;
  }

  /** The days for which a row has gone by: events fade by them. */
  gone(row: number, day: number): number {
    return this.layer[row] === EVENTS ? Math.max(0, day - (this.last[row] as number)) : 0;
  }
}

/** The order of drawing: areas lie under all that is known exactly, what was on one of several days under what is known to the day. */
function order(spots: Spot[]): (a: Feature, b: Feature) => number {
  const sure = (one: Feature) => Number(one.layer !== "events" || one.first === one.last);
  const rank = (one: Feature) => (Number(spots[one.spot]?.exact) * LAYERS.length + LAYERS.indexOf(one.layer)) * 2 + sure(one);
  return (a, b) => rank(a) - rank(b) || a.last - b.last;
}
