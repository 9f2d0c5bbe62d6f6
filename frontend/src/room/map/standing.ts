// What stands on a day, and the words for it: the same as the list that the server makes.
import { type Feature, LAYERS, type Layer, type Stretch } from "./data";
import { span } from "./days";

const EVIDENCE = { t: "", i: "not told of this day", c: "not told since" };

export function stands(feature: Feature, day: number, trail: number): boolean {
  return feature.first <= day && feature.last >= day - (feature.layer === "events" ? trail : 0);
}

export function stretchOn(feature: Feature, day: number): Stretch | undefined {
  return feature.stretches.find((one) => one.first <= day && day <= one.last);
}

export interface Words {
  said: string;
  evidence: string;
  days: string;
}

export function wordsOf(feature: Feature, day: number): Words {
  const stretch = stretchOn(feature, day);
  const uncertain = feature.layer === "events" && (feature.first !== day || feature.last !== day);
  return {
    said: feature.said + (stretch?.status ? `, ${stretch.status}` : ""),
    evidence: stretch ? EVIDENCE[stretch.evidence] : "",
    days: uncertain ? span(feature.first, feature.last) : "",
  };
}

/** The features of each layer that stand on a day, in the order of the list. */
export function standing(features: Feature[], day: number, trail: number, layers: Set<string>): Map<Layer, Feature[]> {
  const found = new Map<Layer, Feature[]>(LAYERS.filter((layer) => layers.has(layer)).map((layer) => [layer, []]));
  for (const feature of features) if (stands(feature, day, trail)) found.get(feature.layer)?.push(feature);
  return found;
}
