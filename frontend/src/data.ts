// What the page hands to its script; see charts.py for where it is made.

import type { Side } from "./sides";

export interface Ends {
  earliest: string | null;
  latest: string | null;
  when: string;
  tokens: string;
}

export interface Row {
  who: string;
  low: number | null;
  best: number | null;
  high: number | null;
  approximate: boolean;
  doubt: string;
  words: string;
  tokens: string;
}

export interface Figure {
  unit: string;
  median: number | null;
  rows: Row[];
}

export type Evidence = "told" | "interpolated" | "carried";

export interface Stretch {
  earliest: string | null;
  latest: string | null;
  evidence: Evidence;
}

export interface Spell extends Ends {
  place: string;
  part: string | null;
  by: string | null;
  at: number | null; // its place in `places`, null where that was not located
  stretches: Stretch[];
  holder: string | null;
  status: "held" | "contested" | "claimed" | "surrounded" | "unknown";
  words: string;
}

/** A stretch of days on which a place had, or had not, a road out. */
export interface Road extends Ends {
  place: string;
  at: number | null;
  cut: boolean;
  words: string;
}

export interface Happening extends Ends {
  type: string;
  label: string;
  place: string | null;
}

export interface Place {
  name: string;
  latitude: number;
  longitude: number;
  radius: number | null;
  exact: boolean;
  precision: string;
  tokens: string;
  claims: number;
}

export interface CopyLink {
  copy: number | null;
  of: number | null;
  passages: [number, number, number, number][];
}

export type Box = [west: number, south: number, east: number, north: number];
export type Outline = [name: string, box: Box, rings: number[][]];

export interface Data {
  figures: Figure[];
  spells: Spell[];
  sides: Side[];
  roads: Road[];
  lines: [main: boolean, points: [number, number][]][];
  events: Happening[];
  places: Place[];
  view: Box | null;
  outlines: Outline[];
  links: CopyLink[];
}

export function readData(): Data {
  return JSON.parse(document.getElementById("data")?.textContent ?? "{}") as Data;
}
