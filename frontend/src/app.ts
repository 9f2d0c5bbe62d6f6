// Adds to a page that is whole without it: plots, the panel of sentences, texts side by side.
import { startCompare } from "./compare";
import { drawControl } from "./control";
import { type Data, readData } from "./data";
import { drawDays } from "./days";
import { drawFigure } from "./figure";
import { drawMap } from "./map";
import { startPanel } from "./panel";
import { Sides } from "./sides";
import { drawTimeline } from "./timeline";
import { startTip } from "./tip";

const data = readData();
document.documentElement.classList.add("js");
startPanel();
startTip();
startCompare(data.links);
startPlots(data);

/** Draws each plot when it comes near the screen, and again when its width changes. */
function startPlots(all: Data): void {
  const rooms = [...document.querySelectorAll<HTMLElement>(".plot")];
  const near = new IntersectionObserver(
    (entries) =>
      entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => {
        (target as HTMLElement).dataset.near = "";
        draw(target as HTMLElement, all);
      }),
    { rootMargin: "600px" },
  );
  const resized = new ResizeObserver((entries) =>
    entries.forEach((entry) => {
      const room = entry.target as HTMLElement;
      if (room.dataset.near === "" && Math.abs(Number(room.dataset.width ?? 0) - room.clientWidth) > 4) draw(room, all);
    }),
  );
  for (const room of rooms) {
    fold(room, false); // before anything is drawn, so that the page does not jump later
    near.observe(room);
    resized.observe(room);
  }
  addEventListener("beforeprint", () => rooms.forEach((room) => draw(room, all)));
}

function draw(room: HTMLElement, all: Data): void {
  const width = room.clientWidth;
  if (width < 120 || room.dataset.width === String(width)) return;
  room.dataset.width = String(width);
  const plot = plotFor(room, all, width);
  if (!plot) return fold(room, true);
  const focused = room.contains(document.activeElement) ? document.activeElement?.getAttribute("aria-label") : null;
  room.replaceChildren(plot);
  if (focused) room.querySelector<SVGElement>(`[aria-label="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}

/** Opens or closes the table that says the same as a plot. */
function fold(room: HTMLElement, open: boolean): void {
  const table = room.nextElementSibling;
  if (table instanceof HTMLDetailsElement) table.open = open;
}

function plotFor(room: HTMLElement, all: Data, width: number): Element | null {
  switch (room.dataset.plot) {
    case "figure": {
      const figure = all.figures[Number(room.dataset.index)];
      return figure ? drawFigure(figure, Math.min(width, 760)) : null;
    }
    case "control":
      return drawControl(all.spells, new Sides(all.sides), width);
    case "days":
      return drawDays(all, width);
    case "map":
      return drawMap(all, width);
    case "timeline":
      return drawTimeline(all.events, width);
    default:
      return null;
  }
}
