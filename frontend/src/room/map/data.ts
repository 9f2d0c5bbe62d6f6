// What the map shows of some days, as the server sends it in columns, and as it is drawn.
import { type Side, Sides } from "../../sides";
import { OPEN } from "./days";

export type Layer = "control" | "events" | "access" | "posts";
export const LAYERS: Layer[] = ["control", "events", "access", "posts"];
export type Evidence = "t" | "i" | "c";

interface Sent {
  since: number;
  until: number;
  more: boolean;
  words: Record<string, string[]>;
  id: string[];
  first: number[];
  last: number[];
  columns: Record<string, number[]>;
  places: { id: string[]; name: string[]; latitude: number[]; longitude: number[]; radius: (number | null)[]; precision: string[] };
  sides: Side[];
}

export interface Stretch {
  evidence: Evidence;
  first: number;
  last: number;
  status: string;
}

/** A record: `spot` is where its place stands among the located ones, -1 for one that is not located. */
export interface Feature {
  layer: Layer;
  id: string;
  spot: number;
  name: string;
  first: number;
  last: number;
  status: string;
  side: string;
  said: string;
  part: string;
  stretches: Stretch[];
}

/** A located place; `x` and `y` are Mercator's, from 0 to 1, `radius` is in km. */
export interface Spot {
  id: string;
  name: string;
  longitude: number;
  latitude: number;
  x: number;
  y: number;
  radius: number | null;
  precision: string;
  exact: boolean;
}

export interface Shown {
  since: number;
  until: number;
  more: boolean;
  features: Feature[];
  spots: Spot[];
  sides: Sides;
}

export async function fetched<T>(address: string): Promise<T> {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as T;
}

export async function load(address: string): Promise<Shown> {
  const sent = await fetched<Sent>(address);
  const spots = spotsOf(sent);
  const stretches = (sent.words.stretches ?? []).map(stretchesOf);
  const column = (name: string, by = name) => {
    const [words, codes] = [sent.words[name] ?? [], sent.columns[by] ?? []];
    return (row: number) => words[codes[row] ?? 0] ?? "";
  };
  const [kind, status, side, said] = ["kind", "status", "side", "said"].map((name) => column(name, "look")) as [C, C, C, C];
  const [name, part] = [column("name"), column("part")];
  const features = sent.id.map((id, row) => {
    const spot = sent.columns.place?.[row] ?? -1;
    return {
      layer: kind(row) as Layer, id, spot, name: spots[spot]?.name ?? name(row), first: sent.first[row] ?? -OPEN, last: sent.last[row] ?? OPEN,
      status: status(row), side: side(row), said: said(row), part: part(row), stretches: stretches[sent.columns.stretches?.[row] ?? 0] ?? [],
    };
  });
  return { since: sent.since, until: sent.until, more: sent.more, features: features.sort(inOrder), spots, sides: new Sides(sent.sides) };
}

/** By place and id, what is not located last: the order in which the server lists it. */
function inOrder(a: Feature, b: Feature): number {
  return Number(a.spot < 0) - Number(b.spot < 0) || compare(a.name || "~", b.name || "~") || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type C = (row: number) => string;

function spotsOf({ places }: Sent): Spot[] {
  return places.id.map((id, row) => {
    const [longitude, latitude] = [places.longitude[row] ?? 0, places.latitude[row] ?? 0];
    const precision = places.precision[row] ?? "unknown";
    const [x, y] = mercator(longitude, latitude);
    return { id, name: places.name[row] ?? "", longitude, latitude, x, y, radius: places.radius[row] ?? null, precision, exact: precision === "exact" };
  });
}

export function mercator(longitude: number, latitude: number): [number, number] {
  const bounded = Math.max(-85, Math.min(85, latitude));
  const angle = Math.PI / 4 + (bounded * Math.PI) / 360;
  return [(longitude + 180) / 360, (1 - Math.log(Math.tan(angle)) / Math.PI) / 2];
}

function stretchesOf(told: string): Stretch[] {
  return told.split(" ").filter(Boolean).map((one) => {
    const [evidence, first, last, ...status] = one.split(":");
    return { evidence: evidence as Evidence, first: Number(first), last: Number(last), status: status.join(":") };
  });
}
