// What the plots share: time windows, and marks that open the panel.
import * as Plot from "@observablehq/plot";
import type { Spell } from "./data";

export const INK = "#1f2933";
export const QUIET = "#52606d";
const DAY = 86_400_000;

export function day(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}

export function dayAfter(iso: string): Date {
  return new Date(day(iso).getTime() + DAY);
}

/** The days that claims of a spell speak of; days that are only carried on do not widen a plot. */
export function toldDays(spell: Spell): Date[] {
  const told = spell.stretches.filter((one) => one.evidence === "told");
  const ends = spell.stretches.length ? told : spell.status === "unknown" ? [] : [spell];
  return ends.flatMap((one) => [one.earliest, one.latest]).filter((date) => date !== null).map(day);
}

/** First and last day of a plot; a few very early days do not squeeze all others into a corner. */
export function timeWindow(dates: Date[]): [Date, Date] | null {
  const times = dates.map((date) => date.getTime()).sort((a, b) => a - b);
  const first = times[0];
  const last = times.at(-1);
  if (first === undefined || last === undefined) return null;
  const middle = times[Math.floor(times.length / 2)] ?? first;
  const from = Math.max(first, last - Math.max(14 * DAY, 2.2 * (last - middle)));
  const slack = Math.max(DAY, (last - from) * 0.08);
  return [new Date(from - slack), new Date(last + slack)];
}

interface Proof {
  tokens: string;
  label: string;
}

/** Options that make every drawn element a button that opens the sentences of its datum. */
export function proof<T>(data: T[], say: (datum: T) => Proof): { render: Plot.RenderFunction } {
  return {
    render(index, scales, values, dimensions, context, next) {
      const group = next?.(index, scales, values, dimensions, context) ?? null;
      [...(group?.children ?? [])].forEach((child, position) => {
        const datum = data[index[position] as number];
        if (datum !== undefined) asButton(child, say(datum));
      });
      return group;
    },
  };
}

function asButton(element: Element, { tokens, label }: Proof): void {
  element.setAttribute("aria-label", label);
  if (!tokens) return;
  element.setAttribute("data-c", tokens);
  element.setAttribute("role", "button");
  element.setAttribute("tabindex", "0");
}

const SVG = "http://www.w3.org/2000/svg";

export function svg(tag: string, attributes: Record<string, string | number>, ...children: Node[]): SVGElement {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/** About how wide a label is, in pixels, at the plots' letter size. */
export function textWidth(text: string): number {
  return text.length * 6.4;
}
