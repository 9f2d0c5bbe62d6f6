// The signs on the map: status by pattern and edge, side by colour and stroke, event by shape, evidence by weight.
import type { Sides } from "../../sides";
import type { Evidence, Feature, Layer } from "./data";

const INK = "#1f2933";
export const EVENT = "#9c3400";
const WEIGHT: Record<Evidence, number> = { t: 1, i: 0.55, c: 0.3 };
const SIDE = 26; // pixels of a sign
export const RADIUS = 8; // of the disc of a side
/** Signs and sheet lie in the same memory: read back from a graphics card, each sign would wait for it. */
export const BY_PROCESSOR: CanvasRenderingContext2DSettings = { willReadFrequently: true };
const SHAPES: Record<string, string> = {
  Battles: "diamond", "Explosions/Remote violence": "triangle", "Violence against civilians": "square",
  Protests: "circle", Riots: "pentagon", "Strategic developments": "plus",
};

/** Where a sign stands beside the point, so that signs of one place do not hide each other. */
export const OFFSETS: Record<Layer, [number, number]> = { control: [0, 0], events: [12, -9], access: [0, 14], posts: [-13, -8] };
export const PART: [number, number] = [10, 8];

export interface Sign {
  layer: Layer;
  status: string;
  colour: string;
  strokes: number[][]; // of the side, from -1 to 1 of the radius
  evidence: Evidence;
  open: boolean; // of an event: on one of several days, not known which
  part: boolean;
}

export function keyOf(sign: Sign): string {
  return [sign.layer, sign.status, sign.colour, sign.evidence, sign.open, sign.part].join("|");
}

export function signOf(feature: Feature, evidence: Evidence, status: string, sides: Sides): Sign {
  const { colour, strokes } = feature.layer === "control" ? sides.of(feature.side) : { colour: feature.layer === "events" ? EVENT : INK, strokes: [] };
  return {
    layer: feature.layer, status: status || feature.status, colour, strokes, evidence, part: Boolean(feature.part),
    open: feature.layer === "events" && feature.first !== feature.last,
  };
}

export function drawn(sign: Sign, ratio: number): HTMLCanvasElement {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIDE * ratio;
  const pen = canvas.getContext("2d", BY_PROCESSOR);
  if (!pen) return canvas;
  pen.scale(ratio, ratio);
  pen.translate(SIDE / 2, SIDE / 2);
  if (sign.layer === "control") control(pen, sign);
  else if (sign.layer === "events") event(pen, sign);
  else if (sign.layer === "access") way(pen, sign);
  else post(pen, sign);
  return canvas;
}

function control(pen: CanvasRenderingContext2D, sign: Sign): void {
  const radius = sign.part ? 5 : sign.status === "surrounded" ? 11 : RADIUS;
  pen.beginPath();
  pen.arc(0, 0, radius, 0, 7);
  if (sign.status !== "surrounded") {
    pen.fillStyle = "#ffffff";
    pen.fill();
    pen.fillStyle = fill(pen, sign.status, sign.colour, WEIGHT[sign.evidence]);
    pen.fill();
  }
  edge(pen, sign.status, sign.colour);
  pen.stroke();
  crossed(pen, sign.strokes, 0, 0, sign.part ? 4.5 : RADIUS);
}

/** The strokes of a side round a point, so that sides are told apart without colours. */
export function crossed(pen: CanvasRenderingContext2D, strokes: number[][], x: number, y: number, radius: number): void {
  pen.beginPath();
  for (const line of strokes) {
    for (let at = 0; at + 1 < line.length; at += 2) pen[at ? "lineTo" : "moveTo"](x + (line[at] ?? 0) * radius, y + (line[at + 1] ?? 0) * radius);
  }
  pen.setLineDash([]);
  for (const [width, colour] of [[4.4, "#ffffff"], [2, INK]] as [number, string][]) {
    pen.lineWidth = width;
    pen.strokeStyle = colour;
    pen.stroke();
  }
}

/** The edge of a state: its width, its dashes, its colour. */
export function edge(pen: CanvasRenderingContext2D, status: string, colour: string): void {
  const [width, dash] = ({ held: [1.2, []], claimed: [3, []], contested: [1.5, []], surrounded: [2.5, [6, 3]] } as
    Record<string, [number, number[]]>)[status] ?? [1.2, [2, 3]];
  pen.lineWidth = width;
  pen.setLineDash(dash);
  pen.strokeStyle = status === "held" ? INK : colour;
}

export function fill(pen: CanvasRenderingContext2D, status: string, colour: string, weight: number): string | CanvasPattern {
  const alpha = Math.round(weight * 255).toString(16).padStart(2, "0");
  if (status === "held") return colour + alpha;
  if (status !== "contested") return "#ffffff00";
  const tile = document.createElement("canvas");
  tile.width = tile.height = 6;
  const brush = tile.getContext("2d", BY_PROCESSOR);
  if (brush) {
    brush.strokeStyle = colour + alpha;
    brush.lineWidth = 2.2;
    brush.beginPath();
    for (const shift of [-6, 0, 6]) { brush.moveTo(shift, 6); brush.lineTo(shift + 6, 0); }
    brush.stroke();
  }
  return pen.createPattern(tile, "repeat") ?? colour;
}

function event(pen: CanvasRenderingContext2D, sign: Sign): void {
  const corners: Record<string, [number, number]> = { diamond: [4, 0], triangle: [3, 0], square: [4, Math.PI / 4], pentagon: [5, 0] };
  const shape = SHAPES[sign.status] ?? "circle";
  pen.beginPath();
  if (shape === "plus") { pen.rect(-2, -6, 4, 12); pen.rect(-6, -2, 12, 4); }
  else if (shape === "circle") pen.arc(0, 0, 5.5, 0, 7);
  else polygon(pen, ...(corners[shape] ?? [4, 0]), 7);
  pen.strokeStyle = "#ffffff";
  pen.lineWidth = 3;
  pen.stroke();
  pen.fillStyle = sign.open ? "#ffffff" : sign.colour;
  pen.fill();
  pen.strokeStyle = sign.colour;
  pen.lineWidth = 1.6;
  if (shape !== "plus" || sign.open) pen.stroke();
}

function polygon(pen: CanvasRenderingContext2D, corners: number, turn: number, radius: number): void {
  for (let corner = 0; corner < corners; corner++) {
    const angle = turn - Math.PI / 2 + (corner * 2 * Math.PI) / corners;
    pen.lineTo(radius * Math.cos(angle), radius * Math.sin(angle));
  }
  pen.closePath();
}

function way(pen: CanvasRenderingContext2D, sign: Sign): void {
  const arm = sign.status === "cut off" ? 5 : 3;
  pen.beginPath();
  if (sign.status === "cut off") { pen.moveTo(-arm, -arm); pen.lineTo(arm, arm); pen.moveTo(-arm, arm); pen.lineTo(arm, -arm); }
  else if (sign.status === "open") { pen.moveTo(-4, 0); pen.lineTo(4, 0); }
  else pen.arc(0, 0, arm, 0, 7);
  if (sign.status === "through others") pen.setLineDash([2, 2]);
  pen.strokeStyle = "#ffffff";
  pen.lineWidth = 5;
  pen.stroke();
  pen.strokeStyle = INK;
  pen.lineWidth = 2.2;
  pen.stroke();
}

function post(pen: CanvasRenderingContext2D, sign: Sign): void {
  pen.globalAlpha = sign.evidence === "t" ? 1 : 0.7;
  pen.beginPath();
  pen.moveTo(-4, 7); pen.lineTo(-4, -7); pen.lineTo(6, -4); pen.lineTo(-4, 0);
  pen.strokeStyle = "#ffffff";
  pen.lineWidth = 4;
  pen.stroke();
  pen.fillStyle = sign.status === "evacuated" ? "#ffffff" : INK;
  pen.fill();
  pen.strokeStyle = INK;
  pen.lineWidth = 1.8;
  if (sign.status === "surrounded") pen.setLineDash([3, 2]);
  pen.stroke();
}

export const SIGN_SIDE = SIDE;
