// The timeline by hand: keys move and zoom, and a stretch that is drawn with the mouse is looked at closer.
// Each step is a link of the page, so that it has its address; without script the same links are there.

const KEYS: Record<string, string> = {
  ArrowLeft: "earlier", ArrowRight: "later", "+": "closer", "=": "closer", "-": "wider", "0": "all",
};
const LEAST = 8; // pixels that are no slip of the hand
const DAY = 86_400_000;

document.addEventListener("keydown", (event) => {
  const taken = event.ctrlKey || event.altKey || event.metaKey;
  const typing = event.target instanceof Element && event.target.closest("input, select, textarea, summary");
  const name = KEYS[event.key];
  const link = name && !taken && !typing ? document.getElementById(`move-${name}`) : null;
  if (!link) return;
  event.preventDefault();
  link.click();
});

/** A strip of a lane, from which days are told by where the mouse is. */
function strip(event: PointerEvent): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(".lanes .strip") : null;
}

function dayAt(lanes: HTMLElement, share: number): string {
  const first = Date.parse(lanes.dataset.first ?? "");
  const days = (Date.parse(lanes.dataset.last ?? "") - first) / DAY + 1;
  const at = Math.min(days - 1, Math.max(0, Math.floor(share * days)));
  return new Date(first + at * DAY).toISOString().slice(0, 10);
}

document.addEventListener("pointerdown", (event) => {
  const on = strip(event);
  const lanes = on?.closest<HTMLElement>(".lanes");
  if (!on || !lanes || event.button !== 0 || event.pointerType === "touch") return;
  const box = on.getBoundingClientRect();
  const share = (moved: PointerEvent) => Math.min(1, Math.max(0, (moved.clientX - box.left) / box.width));
  const from = share(event);
  const drawn = document.createElement("div");
  drawn.className = "drag";
  const move = (moved: PointerEvent) => {
    if (Math.abs(moved.clientX - event.clientX) < LEAST) return;
    if (!drawn.isConnected) on.append(drawn);
    drawn.style.left = `${100 * Math.min(from, share(moved))}%`;
    drawn.style.width = `${100 * Math.abs(share(moved) - from)}%`;
  };
  const end = (ended: PointerEvent) => {
    document.removeEventListener("pointermove", move);
    drawn.remove();
    if (Math.abs(ended.clientX - event.clientX) < LEAST) return;
    document.addEventListener("click", (click) => click.preventDefault(), { once: true, capture: true });
    const to = new URL(location.href);
    to.searchParams.set("from", dayAt(lanes, Math.min(from, share(ended))));
    to.searchParams.set("to", dayAt(lanes, Math.max(from, share(ended))));
    location.assign(to);
  };
  document.addEventListener("pointermove", move);
  document.addEventListener("pointerup", end, { once: true });
});
document.addEventListener("dragstart", (event) => {
  if (event.target instanceof Element && event.target.closest(".lanes .strip")) event.preventDefault();
});
