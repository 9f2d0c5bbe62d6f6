// Signs set pixel by pixel into one picture: many thousand of them a frame, without a graphics card.

/** The pixels of a sign that are seen: where they lie from its middle, and their colours; solid ones hide what is under them. */
export interface Sprite {
  solid: Int32Array;
  paint: Uint32Array;
  soft: Int32Array;
  tint: Uint32Array;
}

/** A picture with a margin round it, so that what reaches over its edge needs no care. */
export class Pixels {
  private readonly image: ImageData;
  private readonly words: Uint32Array;
  private readonly side: number;

  constructor(private readonly width: number, private readonly height: number, private readonly margin: number) {
    this.side = width + 2 * margin;
    this.image = new ImageData(this.side, height + 2 * margin);
    this.words = new Uint32Array(this.image.data.buffer);
  }

  clear(): void {
    this.words.fill(0);
  }

  /** What is seen of a drawing, paler by `alpha`; its middle is the middle of the sign. */
  sprite(drawing: HTMLCanvasElement, alpha = 1): Sprite {
    const { width, height } = drawing;
    const from = drawing.getContext("2d")?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
    const [solid, paint, soft, tint]: [number[], number[], number[], number[]] = [[], [], [], []];
    for (let at = 0; at < from.length; at += 4) {
      const seen = Math.round((from[at + 3] as number) * alpha);
      if (!seen) continue;
      const colour = ((seen << 24) | ((from[at + 2] as number) << 16) | ((from[at + 1] as number) << 8) | (from[at] as number)) >>> 0;
      const place = at / 4;
      const offset = (Math.floor(place / width) - (height >> 1)) * this.side + (place % width) - (width >> 1);
      (seen === 255 ? solid : soft).push(offset);
      (seen === 255 ? paint : tint).push(colour);
    }
    return { solid: Int32Array.from(solid), paint: Uint32Array.from(paint), soft: Int32Array.from(soft), tint: Uint32Array.from(tint) };
  }

  /** Sets a sign with its middle at a pixel that is at most half the margin outside. */
  set({ solid, paint, soft, tint }: Sprite, x: number, y: number): void {
    const words = this.words;
    const middle = (Math.round(y) + this.margin) * this.side + Math.round(x) + this.margin;
    for (let i = 0; i < solid.length; i++) words[middle + (solid[i] as number)] = paint[i] as number;
    for (let i = 0; i < soft.length; i++) {
      const at = middle + (soft[i] as number);
      const under = words[at] as number;
      words[at] = under >>> 24 ? over(tint[i] as number, under) : (tint[i] as number);
    }
  }

  put(pen: CanvasRenderingContext2D): void {
    pen.putImageData(this.image, -this.margin, -this.margin, this.margin, this.margin, this.width, this.height);
  }
}

/** One colour over another, as Porter and Duff have it. */
function over(top: number, under: number): number {
  const a = top >>> 24;
  const b = ((under >>> 24) * (255 - a)) / 255;
  const all = a + b;
  const red = ((top & 255) * a + (under & 255) * b) / all;
  const green = (((top >> 8) & 255) * a + ((under >> 8) & 255) * b) / all;
  const blue = (((top >> 16) & 255) * a + ((under >> 16) & 255) * b) / all;
  return ((all << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
