// How sides are drawn, as the account has it: a colour, and strokes for those who see no colours.

/** A side, null where it is for all that have no sign of their own; strokes are lines, x and y in turn, from -1 to 1 of a radius. */
export interface Side {
  name: string | null;
  colour: string;
  strokes: number[][];
}

/** The sign of each side by name; who has none of their own share one. */
export class Sides {
  readonly others: Side;
  private readonly known: Map<string, Side>;

  constructor(sides: Side[]) {
    this.known = new Map(sides.flatMap((side) => (side.name === null ? [] : [[side.name, side]])));
    this.others = sides.find((side) => side.name === null) ?? { name: null, colour: "#6b7785", strokes: [] };
  }

  of(name: string | null): Side {
    return (name === null ? undefined : this.known.get(name)) ?? this.others;
  }

  /** Of some names those that have a sign of their own, in their order, and others where there are any. */
  legend(names: Set<string>): { side: Side; said: string }[] {
    const own = [...this.known.values()].filter((side) => names.has(side.name ?? "")).map((side) => ({ side, said: side.name ?? "" }));
    return own.length < names.size ? [...own, { side: this.others, said: "other sides" }] : own;
  }
}
