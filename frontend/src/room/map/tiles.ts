// A user's own tiles (PMTiles): pictures as they are, shapes in quiet colours whatever their layers are called.
import type { addProtocol, LayerSpecification, SourceSpecification } from "maplibre-gl";
import { PMTiles, Protocol, TileType } from "pmtiles";

export interface Own {
  source: SourceSpecification;
  layers: string[] | null; // null for pictures
  credit: string;
}

export async function tileSource(address: string, add: typeof addProtocol): Promise<Own> {
  const protocol = new Protocol();
  const file = new PMTiles(address);
  protocol.add(file);
  add("pmtiles", protocol.tile as never);
  const [header, told] = await Promise.all([file.getHeader(), file.getMetadata() as Promise<Record<string, unknown>>]);
  const shapes = header.tileType === TileType.Mvt;
  const layers = Array.isArray(told.vector_layers) ? told.vector_layers.map((one: { id?: unknown }) => String(one.id)) : [];
  const source = { type: shapes ? "vector" : "raster", url: `pmtiles://${address}`, ...(shapes ? {} : { tileSize: 256 }) } as SourceSpecification;
  return { source, layers: shapes ? layers : null, credit: plain(told.attribution ?? told.name) };
}

const WATER = /water|ocean|sea|lake|river/;
const QUIET = /place|label|poi|name|address|housenum/;

export function tileLayers({ layers }: Own): LayerSpecification[] {
  if (layers === null) return [{ id: "own", type: "raster", source: "own" }];
  return layers.filter((name) => !QUIET.test(name)).flatMap((name): LayerSpecification[] => {
    const colour = WATER.test(name) ? "#c8dae6" : "#eeeadf";
    const shared = { source: "own", "source-layer": name };
    return [
      { id: `own-${name}`, type: "fill", ...shared, filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-color": colour, "fill-opacity": 0.7 } },
      { id: `own-line-${name}`, type: "line", ...shared, filter: ["==", ["geometry-type"], "LineString"], paint: { "line-color": WATER.test(name) ? "#9dbdd2" : "#c9c0ad" } },
    ];
  });
}

/** Text without tags: what a file says of itself is never parsed as HTML. */
function plain(told: unknown): string {
  return typeof told === "string" ? told.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ").trim() : "";
}
