// Plots of Observable Plot on pages: drawn to the width that there is, under the policy of our pages, with real links.

export const INK = "#1f2933";
export const QUIET = "#4a5763";
export const LINE = "#c3ccd5";

// Okabe and Ito's colours that stand out from white by 3:1, each with a form of its own for those who see no colours.
const COLOURS = ["#0072b2", "#d55e00", "#007a5a", "#a8507f", "#1f2933", "#8c6100", "#4b7fa3", "#7a5195"];
const FORMS = ["circle", "square", "triangle", "diamond", "cross", "star", "wye", "hexagon"] as const;
const DASHES = ["none", "6 3", "2 3", "9 3 2 3", "1 4", "12 4", "4 2 1 2", "8 2"];
const DAY = 86_400_000;
const XLINK = "http://www.w3.org/1999/xlink";

export interface Look {
  colour: string;
  form: (typeof FORMS)[number];
  dash: string;
}

/** A look for each name, the same for the same names: colour, form and kind of line. */
export function looks(names: string[]): (name: string) => Look {
  const known = [...new Set(names)].sort();
  return (name) => {
    const at = Math.max(0, known.indexOf(name));
    const kind = <T>(of: readonly T[]) => of[at % of.length] as T;
    return { colour: kind(COLOURS), form: kind(FORMS), dash: kind(DASHES) };
  };
}

/** Draws into an element, and again when its width changes; null draws nothing. What it says stands beside it in words. */
export function plotted(host: HTMLElement, draw: (width: number) => Element | null): void {
  let drawn = 0;
  new ResizeObserver(() => {
    const width = Math.floor(host.clientWidth);
    if (width < 1 || width === drawn) return;
    drawn = width;
    const made = draw(width);
    host.replaceChildren(...(made ? [clean(made)] : []));
  }).observe(host);
}

/**
 * Takes out of a plot what the policy of pages refuses, and makes its links links of this document: a mark with
 * the channels `href` and `ariaLabel` becomes a link of that name.
 */
export function clean<T extends Element>(plot: T): T {
  for (const style of plot.querySelectorAll("style")) style.remove();
  for (const svg of [plot, ...plot.querySelectorAll("svg")]) if (svg.matches("svg")) svg.setAttribute("role", "group");
  for (const link of plot.querySelectorAll("a")) {
    const name = link.firstElementChild?.getAttribute("aria-label");
    if (name) link.setAttribute("aria-label", name);
    const to = link.getAttribute("href") ?? link.getAttributeNS(XLINK, "href") ?? "";
    link.removeAttributeNS(XLINK, "href"); // first: both go by the same name
    link.setAttribute("href", to);
  }
  for (const marks of plot.querySelectorAll("g[aria-label]")) {
    if (marks.getAttribute("aria-label")?.endsWith("tick label")) marks.classList.add("tick");
    marks.removeAttribute("aria-label");
  }
  return plot;
}

/** The beginning of a day of ISO 8601. */
export function day(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}

export function dayAfter(iso: string): Date {
  return new Date(day(iso).getTime() + DAY);
}

/** The record of a page: the same address, asked for as data. */
export async function record<T>(): Promise<T> {
  const answer = await fetch(location.href, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`The page's data: ${answer.status}`);
  return (await answer.json()) as T;
}
