// Two reports side by side: a letter brings the same passage of the other report to its height; ribbons join both.
const pair = document.querySelector<HTMLElement>(".pair");
const joins = pair?.querySelector<SVGSVGElement>(".joins");
const texts = [...(pair?.querySelectorAll<HTMLElement>(".text") ?? [])];
const NS = "http://www.w3.org/2000/svg";

interface Stretch {
  top: number;
  bottom: number;
}

function marks(text: HTMLElement): Map<string, Stretch> {
  const frame = text.getBoundingClientRect();
  const found = new Map<string, Stretch>();
  for (const mark of text.querySelectorAll<HTMLElement>("mark[data-passage]")) {
    const { top, bottom } = mark.getBoundingClientRect();
    const before = found.get(mark.dataset.passage ?? "");
    found.set(mark.dataset.passage ?? "", { top: Math.min(top, before?.top ?? top), bottom: Math.max(bottom, before?.bottom ?? bottom) });
  }
  for (const [letter, one] of found) {
    if (one.bottom < frame.top || one.top > frame.bottom) found.delete(letter);
    else found.set(letter, { top: Math.max(one.top, frame.top), bottom: Math.min(one.bottom, frame.bottom) });
  }
  return found;
}

function draw(): void {
  if (!joins || texts.length !== 2 || !joins.clientWidth) return;
  const frame = joins.getBoundingClientRect();
  const [left, right] = [marks(texts[0]!), marks(texts[1]!)];
  const wide = frame.width;
  joins.replaceChildren();
  for (const [letter, one] of left) {
    const other = right.get(letter);
    if (!other) continue;
    const ribbon = document.createElementNS(NS, "path");
    const [a, b, c, d] = [one.top, one.bottom, other.top, other.bottom].map((y) => y - frame.top);
    ribbon.setAttribute("d", `M0 ${a}C${wide / 2} ${a} ${wide / 2} ${c} ${wide} ${c}V${d}C${wide / 2} ${d} ${wide / 2} ${b} 0 ${b}Z`);
    joins.append(ribbon);
  }
}

let waiting = false;
function soon(): void {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    draw();
  });
}

function lead(event: MouseEvent): void {
  const from = (event.target as Element).closest<HTMLAnchorElement>("a.letter");
  const to = from && document.getElementById(from.hash.slice(1));
  const text = to?.closest<HTMLElement>(".text");
  if (!from || !to || !text) return;
  event.preventDefault();
  history.replaceState(history.state, "", from.hash);
  if (text.scrollHeight > text.clientHeight) text.scrollTop += to.getBoundingClientRect().top - from.getBoundingClientRect().top;
  else to.scrollIntoView({ block: "center" });
  for (const one of document.querySelectorAll(".letter.there")) one.classList.remove("there");
  to.classList.add("there");
  to.focus({ preventScroll: true });
  soon();
}

pair?.addEventListener("click", lead);
for (const text of texts) text.addEventListener("scroll", soon, { passive: true });
addEventListener("resize", soon);
draw();
