// Names of places over the signs: where they hide no sign if there is such a room, and never another name.
import type { Spot } from "./data";

const FONT = "12px system-ui, sans-serif";
const HIGH = 14; // pixels of a line
const CELL = 4; // pixels of the grid in which is kept what is taken
const DISC = 9; // from a place to the edge of its sign
const MOST = 150; // names on the map
const TRIED = 2_000; // places in sight that are tried, the best known first
const SIGN = 1;
const NAME = 2;

type Box = [left: number, top: number, right: number, bottom: number];

export class Names {
  readonly canvas = document.createElement("canvas");
  private readonly pen = this.canvas.getContext("2d");
  private readonly widths = new Map<string, number>();
  private order: number[];
  private grid = new Uint8Array(0);
  private across = 0;
  private width = 0;
  private height = 0;
  private ratio = 1;

  constructor(private readonly spots: Spot[]) {
    this.canvas.className = "features";
    this.canvas.setAttribute("aria-hidden", "true");
    this.order = spots.map((_, index) => index);
  }

  /** Says of which places most is known: their names come first where there is no room for all, those of areas last. */
  rank(counts: number[]): void {
    const rough = (index: number) => Number(!this.spots[index]?.exact);
    this.order.sort((a, b) => rough(a) - rough(b) || (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  }

  resize(width: number, height: number, ratio: number): void {
    [this.width, this.height, this.ratio] = [width, height, ratio];
    [this.canvas.width, this.canvas.height] = [width * ratio, height * ratio];
    this.across = Math.ceil(width / CELL) + 1;
    this.grid = new Uint8Array(this.across * (Math.ceil(height / CELL) + 1));
  }

  /** Draws the names again; `place` gives the pixel of a place. */
  draw(place: (spot: Spot) => [number, number]): void {
    const { pen } = this;
    if (!pen || !this.width) return;
    pen.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    pen.clearRect(0, 0, this.width, this.height);
    pen.font = FONT;
    pen.textAlign = "center";
    pen.textBaseline = "middle";
    pen.lineJoin = "round";
    this.grid.fill(0);
    const seen: [Spot, number, number][] = [];
    for (const index of this.order) {
      const spot = this.spots[index] as Spot;
      const [x, y] = place(spot);
      if (x < 0 || y < 0 || x > this.width || y > this.height) continue;
      if (spot.exact) this.take([x - DISC, y - DISC, x + DISC, y + DISC], SIGN);
      if (seen.length < TRIED) seen.push([spot, x, y]);
    }
    let written = 0;
    for (const [spot, x, y] of seen) if (written < MOST && this.write(pen, spot, x, y)) written += 1;
  }

  private write(pen: CanvasRenderingContext2D, { name, exact }: Spot, x: number, y: number): boolean {
    const half = this.wide(pen, name) / 2 + 2;
    const middles: [number, number][] = [[x, y - 24], [x, y + 26], [x + half + 12, y], [x - half - 12, y]];
    const boxes = middles.map(([a, b]): Box => [a - half, b - HIGH / 2, a + half, b + HIGH / 2]);
    const clear = boxes.findIndex((box) => this.free(box, SIGN | NAME));
    const found = clear >= 0 || !exact ? clear : boxes.findIndex((box) => this.free(box, NAME));
    const [box, middle] = [boxes[found], middles[found]];
    if (!name || !box || !middle) return false;
    this.take(box, NAME);
    pen.lineWidth = 3.5;
    pen.strokeStyle = "#ffffff";
    pen.strokeText(name, ...middle);
    pen.fillStyle = "#000000";
    pen.fillText(name, ...middle);
    return true;
  }

  private wide(pen: CanvasRenderingContext2D, name: string): number {
    const known = this.widths.get(name);
    if (known !== undefined) return known;
    const wide = pen.measureText(name).width;
    this.widths.set(name, wide);
    return wide;
  }

  private free(box: Box, what: number): boolean {
    const [left, top, right, bottom] = box;
    if (left < 0 || top < 0 || right > this.width || bottom > this.height) return false;
    let free = true;
    this.each(box, (cell) => { if ((this.grid[cell] as number) & what) free = false; });
    return free;
  }

  private take(box: Box, what: number): void {
    this.each(box, (cell) => { this.grid[cell] = (this.grid[cell] as number) | what; });
  }

  private each([left, top, right, bottom]: Box, does: (cell: number) => void): void {
    const rows = this.grid.length / this.across;
    for (let y = Math.max(0, Math.floor(top / CELL)); y < Math.min(rows, Math.ceil(bottom / CELL)); y++) {
      for (let x = Math.max(0, Math.floor(left / CELL)); x < Math.min(this.across, Math.ceil(right / CELL)); x++) does(y * this.across + x);
    }
  }
}
