// The map under the days: outlines of countries and their names, roads, a user's own tiles.
import { addProtocol, type LayerSpecification, Map as GlMap, NavigationControl, setWorkerUrl, type StyleSpecification } from "maplibre-gl";
import type { Roads } from "./barriers";
import { fetched, mercator } from "./data";
import { tileLayers, tileSource } from "./tiles";

const EMPTY = { type: "FeatureCollection", features: [] } as const;
const HALO = { "text-halo-color": "#ffffff", "text-halo-width": 1.6 };

interface Sent {
  names: string[];
  main: boolean[];
  points: number[][];
  more: boolean;
}

/** Makes the map; without a `glyphs` address its names are written in fonts of the machine. */
export async function makeBase(container: HTMLElement, at: DOMStringMap, credit: (said: string) => void): Promise<GlMap> {
  setWorkerUrl(new URL(at.worker ?? "", location.href).href);
  const own = at.tiles ? await tileSource(new URL(at.tiles, location.href).href, addProtocol) : null;
  if (own?.credit) credit(own.credit);
  return new GlMap({
    container,
    style: style(at, own ? { source: own.source, layers: tileLayers(own) } : null),
    attributionControl: false,
    fadeDuration: 0,
    renderWorldCopies: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxPitch: 0,
    maxZoom: 15,
    pixelRatio: Math.min(devicePixelRatio || 1, 2),
  });
}

export function addControls(map: GlMap): void {
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), "top-right");
}

function style(at: DOMStringMap, own: { source: StyleSpecification["sources"][string]; layers: LayerSpecification[] } | null): StyleSpecification {
  const absolute = (address = "") => new URL(address, location.href).href;
  return {
    version: 8,
    sources: {
      world: { type: "geojson", data: absolute(at.world), tolerance: 0.2 },
      countries: { type: "geojson", data: absolute(at.countries) },
      roads: { type: "geojson", data: EMPTY as never },
      ...(own ? { own: own.source } : {}),
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": "#dfe8ee" } },
      { id: "land", type: "fill", source: "world", paint: { "fill-color": "#f7f5ef", "fill-antialias": false } },
      ...(own?.layers ?? []),
      { id: "border", type: "line", source: "world", paint: { "line-color": "#8a949e", "line-width": 0.9 } },
      { id: "roads", type: "line", source: "roads", paint: { "line-color": "#8a8172", "line-width": ["case", ["get", "main"], 2.2, 1.1] } },
      {
        id: "countries", type: "symbol", source: "countries", maxzoom: 8,
        layout: { "text-field": ["get", "name"], "text-size": 12 }, paint: { "text-color": "#4a5763", ...HALO },
      },
    ],
  };
}

/** Draws the roads; returns their lines by name. */
export async function drawRoads(map: GlMap): Promise<Roads> {
  const roads = await fetched<Sent>("/map/roads");
  const features = roads.points.map((flat, index) => ({
    type: "Feature" as const, properties: { main: roads.main[index] ?? false },
    geometry: { type: "LineString" as const, coordinates: pairs(flat) },
  }));
  (map.getSource("roads") as unknown as { setData(data: unknown): void }).setData({ type: "FeatureCollection", features });
  const lines: Roads = new Map();
  roads.points.forEach((flat, index) => {
    const name = roads.names[index] ?? "";
    lines.set(name, [...(lines.get(name) ?? []), pairs(flat).map(([longitude, latitude]) => mercator(longitude, latitude))]);
  });
  return lines;
}

function pairs(flat: number[]): [number, number][] {
  const made: [number, number][] = [];
  for (let at = 0; at + 1 < flat.length; at += 2) made.push([flat[at] ?? 0, flat[at + 1] ?? 0]);
  return made;
}
