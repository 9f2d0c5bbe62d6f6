// Outlines of countries for the map of the reading room, and a point where each one's name stands.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { geoArea, geoCentroid } from "d3";
import { feature } from "topojson-client";

const DEGREE = 1000; // outlines are kept to a thousandth of a degree, about a hundred metres

export async function writeWorld(target) {
  const world = JSON.parse(await readFile("node_modules/world-atlas/countries-50m.json", "utf8"));
  const countries = feature(world, world.objects.countries).features;
  const outlines = countries.map(({ geometry }) => ({ type: "Feature", properties: {}, geometry: rounded(geometry) }));
  const names = countries.map(({ geometry, properties }) => ({
    type: "Feature",
    properties: { name: properties.name },
    geometry: { type: "Point", coordinates: geoCentroid(largest(geometry)).map(round) },
  }));
  await writeFile(join(target, "world.json"), collection(outlines));
  await writeFile(join(target, "world-names.json"), collection(names));
}

function collection(features) {
  return JSON.stringify({ type: "FeatureCollection", features }) + "\n";
}

function rounded(geometry) {
  const ring = (points) => points.map((point) => point.map(round));
  const polygon = (rings) => rings.map(ring);
  return { type: geometry.type, coordinates: geometry.type === "Polygon" ? polygon(geometry.coordinates) : geometry.coordinates.map(polygon) };
}

/** A name stands in the largest part of a country, once. */
function largest(geometry) {
  if (geometry.type === "Polygon") return geometry;
  const parts = geometry.coordinates.map((coordinates) => ({ type: "Polygon", coordinates }));
  return parts.reduce((best, part) => (geoArea(part) > geoArea(best) ? part : best));
}

function round(value) {
  return Math.round(value * DEGREE) / DEGREE;
}
