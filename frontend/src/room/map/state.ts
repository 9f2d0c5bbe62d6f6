// What the map shows, as its address says it.
export const SHOWABLE = ["control", "events", "access", "posts", "roads", "names"];

export interface State {
  day: string;
  trail: number;
  layers: Set<string>;
  at: [number, number] | null;
  zoom: number | null;
  chosen: string | null;
}

/** What the server is asked for; another of it is another page. */
export const ASKED = ["since", "until", "place", "actor", "type"];

export function read(query: string, day: string, trail: number): State {
  const asked = new URLSearchParams(query);
  const layers = asked.get("layers");
  const at = asked.get("at")?.split(",").map(Number);
  const zoom = Number(asked.get("zoom") ?? Number.NaN);
  return {
    day: asked.get("day") || day,
    trail: Number(asked.get("trail") || trail),
    layers: new Set(layers ? layers.split(",") : SHOWABLE),
    at: at?.length === 2 && at.every(Number.isFinite) ? (at as [number, number]) : null,
    zoom: Number.isFinite(zoom) && asked.get("zoom") ? zoom : null,
    chosen: asked.get("chosen"),
  };
}

export function address(state: State, usual: number): string {
  const old = new URLSearchParams(location.search);
  const now = new URLSearchParams();
  for (const name of ASKED) if (old.get(name)) now.set(name, old.get(name) ?? "");
  now.set("day", state.day);
  if (state.trail !== usual) now.set("trail", String(state.trail));
  if (SHOWABLE.some((name) => !state.layers.has(name))) now.set("layers", SHOWABLE.filter((name) => state.layers.has(name)).join(",") || "none");
  if (state.at) now.set("at", state.at.map((end) => end.toFixed(4)).join(","));
  if (state.zoom !== null) now.set("zoom", state.zoom.toFixed(2));
  if (state.chosen) now.set("chosen", state.chosen);
  return `${location.pathname}?${now.toString().replaceAll("%2C", ",")}`;
}

export function asked(query: string): string {
  const old = new URLSearchParams(query);
  const kept = new URLSearchParams();
  for (const name of ASKED) if (old.get(name)) kept.set(name, old.get(name) ?? "");
  return kept.toString();
}
