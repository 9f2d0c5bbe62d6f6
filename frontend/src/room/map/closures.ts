// Roads that are closed on a day: at which place, by whom, to whom; the same as the list that the server makes.
import { fetched, mercator } from "./data";
import { make } from "./dom";

const MOST = 200; // places in the list
const TOWNS = 12; // to whom roads are closed

export interface Shut {
  place: string | null;
  name: string;
  holder: string | null;
  roads: string[];
  town: string;
  id: string;
  first: number;
  last: number;
  latitude: number | null;
  longitude: number | null;
  radius: number | null;
  precision: string | null;
}

/** A place at which roads are closed, and all to whom; `x` and `y` are Mercator's, null where no point is known. */
export interface Closed {
  place: string | null;
  name: string;
  holder: string | null;
  roads: string[];
  towns: { name: string; id: string }[];
  at: [number, number] | null;
}

/** A claim that a road is open, or shut, as the server sends it. */
export interface Telling {
  id: string;
  href: string;
  open: boolean;
  stance: string;
  words: string;
  roads: string[];
  places: { name: string; latitude: number | null; longitude: number | null }[];
  first: number;
  last: number;
  days: string;
}

export interface Closures {
  shut: Shut[];
  told: Telling[];
}

export async function loadClosures(address: string): Promise<Closures> {
  return fetched<Closures>(address);
}

/** What the list says of roads that claims tell to be open or shut. */
export function tellingList(told: Telling[]): HTMLElement[] {
  if (!told.length) return [];
  const entries = told.slice(0, MOST).map((one) => make("li", { "data-telling": one.id },
    `${one.open ? "open" : "shut"}${one.stance === "asserted" ? "" : ` (${one.stance})`}: `,
    make("a", { href: `/claims/${encodeURIComponent(one.id)}` }, make("bdi", {}, one.words)), " ", make("span", { class: "days" }, one.days)));
  return [make("h3", {}, "Roads told of"), make("ul", { class: "plain" }, ...entries)];
}

/** What is closed on one day, by place: all roads at it, and all to whom they are closed. */
export function together(shut: Shut[]): Closed[] {
  const groups = new Map<string, Shut[]>();
  for (const one of shut) {
    const key = JSON.stringify([one.name, one.place ?? "", one.holder ?? ""]);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].sort((a, b) => inOrder(keys(a), keys(b))).map(closedOf);
}

function keys(group: Shut[]): string[] {
  const one = group[0];
  return [one?.name ?? "", one?.place ?? "", one?.holder ?? ""];
}

function inOrder(a: string[], b: string[]): number {
  const apart = a.findIndex((word, at) => word !== b[at]);
  return apart < 0 ? 0 : (a[apart] ?? "") < (b[apart] ?? "") ? -1 : 1;
}

function closedOf(group: Shut[]): Closed {
  const { place, name, holder, longitude, latitude, precision } = group[0] as Shut;
  const towns = new Map(group.map((one) => [JSON.stringify([one.town, one.id]), { name: one.town, id: one.id }]));
  return {
    place, name, holder, roads: [...new Set(group.flatMap((one) => one.roads))].sort(),
    towns: [...towns.values()].sort((a, b) => inOrder([a.name, a.id], [b.name, b.id])),
    at: longitude !== null && latitude !== null && precision === "exact" ? mercator(longitude, latitude) : null,
  };
}

/** What the list and the card say of closed roads; `show` leads to the place on the map. */
export function closedList(closed: Closed[], show: ((place: string) => void) | null): HTMLElement[] {
  if (!closed.length) return [];
  const made = [make("h3", {}, "Closed roads"), make("ul", { class: "plain" }, ...closed.slice(0, MOST).map((one) => closedEntry(one, show)))];
  return closed.length > MOST ? [...made, make("p", { class: "note" }, "Only the first of them stand here.")] : made;
}

export function closedEntry(one: Closed, show: ((place: string) => void) | null): HTMLLIElement {
  const made = make("li", { "data-closed": one.place ?? "" });
  const { place } = one;
  if (show && place && one.at) {
    const button = make("button", { type: "button", class: "point", "aria-label": `Show ${one.name || "this"} on the map` }, "◎");
    button.addEventListener("click", () => show(place));
    made.append(button, " ");
  }
  const name = make("bdi", {}, one.name || "place not known");
  made.append(place ? make("a", { href: `/places/${encodeURIComponent(place)}` }, name) : name, ", ");
  made.append(...(one.holder ? ["held by ", make("bdi", {}, one.holder)] : [make("span", { class: "unknown" }, "holder not known")]), ": ");
  made.append(...listed(one.roads.map((road) => make("bdi", {}, road))), " closed to ");
  made.append(...listed(one.towns.slice(0, TOWNS).map(({ name, id }) => make("a", { href: `/access/${encodeURIComponent(id)}` }, make("bdi", {}, name || "place not known")))));
  if (one.towns.length > TOWNS) made.append(" and others");
  return made;
}

function listed(words: HTMLElement[]): (Node | string)[] {
  return words.flatMap((word, at) => (at ? [", ", word] : [word]));
}
