// Signs set pixel by pixel into one picture, the uppermost first: what is hidden is never painted.

/** A column of a sign, up to 32 pixels wide: where it begins from the middle, and of each row which pixels are seen and which of these hide all under them. */
interface Column {
  dx: number;
  dy: number;
  seen: Int32Array;
  solid: Int32Array;
  paint: Uint32Array; // 32 to a row, each colour multiplied by its alpha
}

export type Sprite = Column[];

const BITS = 32;
const PAIR = 0xff00ff; // two channels of a colour
const OPAQUE = 0xff000000;
const DENSE = 0xf8000000; // so little is seen through this that nothing under it is painted
const WEIGHTS = Float64Array.from({ length: 256 }, (_, alpha) => 255 / Math.max(alpha, 1));

/** A picture with a margin round it, so that what reaches over its edge needs no care. */
export class Pixels {
  private readonly image: ImageData;
  private readonly words: Uint32Array;
  private readonly hidden: Int32Array; // a bit a pixel: nothing is seen any more of what comes
  private readonly side: number;
  private readonly stride: number; // words of `hidden` to a row

  constructor(private readonly width: number, private readonly height: number, private readonly margin: number) {
    this.side = width + 2 * margin;
    this.image = new ImageData(this.side, height + 2 * margin);
    this.words = new Uint32Array(this.image.data.buffer);
    this.stride = Math.ceil(this.side / BITS) + 1;
    this.hidden = new Int32Array(this.stride * (height + 2 * margin));
  }

  clear(): void {
    this.words.fill(0);
    this.hidden.fill(0);
  }

  /** Sets a sign under all that is there, with its middle at a pixel that is at most half the margin outside. */
  set(sprite: Sprite, x: number, y: number): void {
    for (let i = 0; i < sprite.length; i++) this.column(sprite[i] as Column, x + this.margin, y + this.margin);
  }

  private column({ dx, dy, seen, solid, paint }: Column, x: number, y: number): void {
    const { words, hidden, stride, side } = this;
    const across = x + dx;
    const shift = across & 31;
    const beyond = 31 - shift; // and one more: a shift by 32 would be none
    const rows = seen.length;
    let cell = (y + dy) * stride + (across >> 5);
    for (let row = 0; row < rows; row++, cell += stride) {
      let free = (seen[row] as number) & ~(((hidden[cell] as number) >>> shift) | (((hidden[cell + 1] as number) << beyond) << 1));
      if (free === 0) continue;
      let done = free & (solid[row] as number);
      const at = (y + dy + row) * side + across;
      const from = row << 5;
      while (free !== 0) {
        const bit = 31 - Math.clz32(free & -free);
        free &= free - 1;
        const there = words[at + bit] as number;
        const colour = paint[from + bit] as number;
        if (there === 0) words[at + bit] = colour;
        else if ((words[at + bit] = under(there, colour)) >= DENSE) done |= 1 << bit;
      }
      hidden[cell] = (hidden[cell] as number) | (done << shift);
      hidden[cell + 1] = (hidden[cell + 1] as number) | ((done >>> beyond) >>> 1);
    }
  }

  put(pen: CanvasRenderingContext2D): void {
    const { words, side, margin, width, height } = this;
    for (let y = margin; y < margin + height; y++) {
      const end = y * side + margin + width;
      for (let at = end - width; at < end; at++) {
        const colour = words[at] as number;
        if (colour !== 0 && colour < OPAQUE) words[at] = apart(colour);
      }
    }
    pen.putImageData(this.image, -margin, -margin, margin, margin, width, height);
  }
}

/** What is seen of a drawing, paler by `alpha`; its middle is the middle of the sign. */
export function sprite(drawing: HTMLCanvasElement, alpha = 1): Sprite {
  const { width, height } = drawing;
  const from = drawing.getContext("2d")?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
  const made: Sprite = [];
  for (let x = 0; x < width; x += BITS) made.push(columnOf(from, x, width, height, alpha));
  return made.filter((one) => one.seen.length);
}

/** The column of a drawing that begins at `x`, without the rows above and below in which nothing is seen. */
function columnOf(from: Uint8ClampedArray, x: number, width: number, height: number, alpha: number): Column {
  const rows = Array.from({ length: height }, (_, y) => rowOf(from, y * width + x, Math.min(BITS, width - x), alpha));
  const start = rows.findIndex((row) => row.seen);
  const kept = rows.slice(start, rows.reduce((end, row, y) => (row.seen ? y + 1 : end), start));
  return {
    dx: x - (width >> 1), dy: start - (height >> 1), seen: Int32Array.from(kept, (row) => row.seen), solid: Int32Array.from(kept, (row) => row.solid),
    paint: Uint32Array.from(kept.flatMap((row) => row.paint)),
  };
}

function rowOf(from: Uint8ClampedArray, start: number, length: number, alpha: number): { seen: number; solid: number; paint: number[] } {
  const paint = new Array<number>(BITS).fill(0);
  let [seen, solid] = [0, 0];
  for (let bit = 0; bit < length; bit++) {
    const at = (start + bit) * 4;
    const weight = Math.round((from[at + 3] as number) * alpha);
    if (!weight) continue;
    const [red, green, blue] = [0, 1, 2].map((part) => Math.round(((from[at + part] as number) * weight) / 255)) as [number, number, number];
    paint[bit] = ((weight << 24) | (blue << 16) | (green << 8) | red) >>> 0;
    seen |= 1 << bit;
    if (weight === 255) solid |= 1 << bit;
  }
  return { seen, solid, paint };
}

/** One colour with another under it, as Porter and Duff have it; both are multiplied by their alpha. */
function under(top: number, colour: number): number {
  const rest = 255 - (top >>> 24);
  return (top + (parted(colour >>> 8, rest) << 8) + parted(colour, rest)) >>> 0;
}

/** Two channels at once, times a weight of 255ths, rounded. */
function parted(colour: number, weight: number): number {
  const product = Math.imul(colour & PAIR, weight) + 0x800080;
  return ((product + ((product >>> 8) & PAIR)) >>> 8) & PAIR;
}

/** A colour that is multiplied by its alpha, as pictures have it: not multiplied. */
function apart(colour: number): number {
  const weight = WEIGHTS[colour >>> 24] as number;
  const red = (colour & 255) * weight + 0.5;
  const green = ((colour >>> 8) & 255) * weight + 0.5;
  const blue = ((colour >>> 16) & 255) * weight + 0.5;
  return ((colour & OPAQUE) | (Math.min(blue, 255) << 16) | (Math.min(green, 255) << 8) | Math.min(red, 255)) >>> 0;
}
