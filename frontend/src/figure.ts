// Tolls side by side: one row a claim, its range as a line, an open end as an arrow.
import * as Plot from "@observablehq/plot";
import type { Figure, Row } from "./data";
import { INK, proof, QUIET } from "./plots";

const ROW = 42;
const LINE = "#0072b2";

interface Drawn extends Row {
  y: number;
  from: number;
  to: number;
  point: number | null;
}

export function drawFigure(figure: Figure, width: number): Element | null {
  const ends = figure.rows.flatMap((row) => [row.low, row.best, row.high]).filter((value) => value !== null);
  if (!ends.length) return null;
  const top = Math.max(...ends) * 1.18 || 1;
  const rows = figure.rows.map((row, y) => drawn(row, y, top));
  const open = rows.filter((row) => row.high === null && row.low !== null && row.best === null);
  const closed = rows.filter((row) => row.to > row.from && !open.includes(row));
  const points = rows.filter((row) => row.point !== null);
  const label = (row: Drawn) => ({ tokens: row.tokens, label: `${row.words} ${figure.unit}, ${row.who}` });
  return Plot.plot({
    width,
    height: rows.length * ROW + 60,
    marginLeft: 10,
    marginRight: 14,
    marginTop: 8,
    marginBottom: 36,
    style: { fontSize: "12px", color: INK },
    ariaLabel: `Numbers of ${figure.unit} by source`,
    x: { domain: [0, top], label: figure.unit, ticks: Math.max(2, Math.round(width / 110)), grid: true, nice: false },
    y: { domain: [-0.5, rows.length - 0.1], reverse: true, axis: null },
    marks: [
      figure.median === null ? null : Plot.ruleX([figure.median], { stroke: QUIET, strokeDasharray: "2 4" }),
      figure.median === null
        ? null
        : Plot.text([figure.median], {
            x: (value: number) => value, frameAnchor: "bottom", dy: -3, dx: 4, textAnchor: "start", fill: QUIET,
            stroke: "#ffffff", strokeWidth: 4, text: (value: number) => `median ${value.toLocaleString("en")}`,
          }),
      Plot.link(closed, { x1: "from", x2: "to", y1: "y", y2: "y", stroke: LINE, strokeWidth: 5, dy: 7 }),
      Plot.link(open, {
        x1: "from", x2: "to", y1: "y", y2: "y", dy: 7,
        stroke: LINE, strokeWidth: 2, strokeDasharray: "6 3", markerEnd: "arrow",
      }),
      Plot.dot(points, {
        x: "point", y: "y", dy: 7, r: 5.5, stroke: LINE, strokeWidth: 2,
        fill: (row: Drawn) => (row.approximate ? "#ffffff" : LINE),
      }),
      Plot.text(rows, {
        x: 0, y: "y", dx: 2, dy: -9, textAnchor: "start", fill: INK, stroke: "#ffffff", strokeWidth: 4,
        text: (row: Drawn) => fit(`${row.words}${row.doubt ? ` [${row.doubt}]` : ""}  ${row.who}`, width),
      }),
      Plot.rect(rows, {
        x1: 0, x2: top, y1: (row: Drawn) => row.y - 0.48, y2: (row: Drawn) => row.y + 0.48,
        fill: "#000000", fillOpacity: 0, ...proof(rows, label),
      }),
    ],
  });
}

function drawn(row: Row, y: number, top: number): Drawn {
  const { low, best, high } = row;
  const single = low !== null && low === high;
  const point = best ?? (single ? low : high === null && low !== null ? low : null);
  return { ...row, y, from: low ?? best ?? 0, to: high ?? (best === null ? top : best), point };
}

function fit(text: string, width: number): string {
  const most = Math.floor((width - 24) / 6.4);
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
