// The list beside the map: what stands on the day, in words, each entry a way to its page and to the map.
import { type Feature, type Layer, type Spot } from "./data";
import { isoOf } from "./days";
import { make } from "./dom";
import { wordsOf } from "./standing";

const NAMES: Record<Layer, string> = { control: "Control", events: "Events", access: "Roads out", posts: "Posts" };
const MOST = 200; // entries of a layer

interface Told {
  day: number;
  trail: number;
  chosen: string | null;
  place: string | null;
  spots: Spot[];
}

export function listed(found: Map<Layer, Feature[]>, told: Told, choose: ((id: string) => void) | null, closed: HTMLElement[] = []): HTMLElement[] {
  const lost: Feature[] = [];
  const made: HTMLElement[] = [];
  for (const [layer, features] of found) {
    const first = features.slice(0, MOST);
    const here = first.filter((one) => one.spot >= 0);
    lost.push(...first.filter((one) => one.spot < 0));
    made.push(make("h3", {}, `${NAMES[layer]} `, make("a", { class: "count", href: address(layer, told) }, features.length.toLocaleString("en"))));
    if (here.length) made.push(make("ul", { class: "plain" }, ...here.map((one) => entry(one, told, choose))));
    else made.push(make("p", { class: "none" }, features.length ? "None that is located." : "None on this day."));
    if (features.length > MOST) made.push(make("p", { class: "note" }, "Only the first of them stand here; the count leads to all."));
  }
  made.push(...closed);
  if (lost.length) made.push(make("h3", {}, "Not located"), make("ul", { class: "plain" }, ...lost.map((one) => entry(one, told, null))));
  return made;
}

function address(layer: Layer, told: Told): string {
  const since = isoOf(told.day - (layer === "events" ? told.trail : 0));
  const asked = new URLSearchParams({ since, until: isoOf(told.day), ...(told.place ? { place: told.place } : {}) });
  return `/${layer}?${asked}`;
}

export function entry(one: Feature, told: Told, choose: ((id: string) => void) | null): HTMLLIElement {
  const made = make("li", { "data-id": one.id, "data-layer": one.layer });
  if (choose) {
    const button = make("button", { type: "button", class: "point", "aria-label": `Show ${one.name || "this"} on the map` }, "◎");
    button.addEventListener("click", () => choose(one.id));
    made.append(button, " ");
  }
  made.append(...sentence(one, told.day, told.spots));
  if (one.id === told.chosen) made.setAttribute("aria-current", "true");
  return made;
}

/** What an entry says: place, part, words, how roughly the place is known, evidence, days. */
function sentence(one: Feature, day: number, spots: Spot[]): (Node | string)[] {
  const words = wordsOf(one, day);
  const spot = spots[one.spot];
  const made: (Node | string)[] = [make("a", { href: `/${one.layer}/${encodeURIComponent(one.id)}` }, make("bdi", {}, one.name || "place not known"))];
  if (one.part) made.push(", ", make("bdi", {}, one.part));
  made.push(": ", make("bdi", {}, words.said));
  if (spot && !spot.exact) made.push(" ", make("span", { class: "chip" }, `${spot.precision} only`));
  if (words.evidence) made.push(", ", make("span", { class: "unknown" }, words.evidence));
  if (words.days) made.push(" ", make("span", { class: "days" }, words.days));
  return made;
}
