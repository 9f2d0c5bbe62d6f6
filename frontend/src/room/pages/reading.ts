// Keys of the Reader, and where the eye and the focus are after a claim was opened in place.

import { off, setting } from "../keys";

const STEPS: Record<string, string> = { j: "next", n: "next", k: "prev", p: "prev" };
const FIELDS = "input:not([type=checkbox]), select, textarea, [contenteditable]";

let height = 0;
let byKey = false;

setting();
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if ((event.target as Element).closest(FIELDS)) return;
  const step = off() ? undefined : STEPS[event.key];
  const wanted = step ? `a.step[rel=${step}]` : event.key === "Escape" ? "#panel a.close" : "";
  const link = wanted ? document.querySelector<HTMLAnchorElement>(wanted) : null;
  if (!link) return;
  event.preventDefault();
  byKey = Boolean(step);
  link.click();
});

document.addEventListener("htmx:beforeSwap", () => {
  height = window.scrollY;
});

// htmx scrolls to the mark; whoever clicked it has it before the eyes, and it stays where it is.
document.addEventListener("htmx:afterSettle", () => {
  setting();
  const key = byKey;
  byKey = false;
  requestAnimationFrame(() => {
    const claim = new URL(location.href).searchParams.get("claim");
    const mark = claim ? document.getElementById(claim) : null;
    if (!key || !mark) window.scrollTo(0, height);
    if (mark && !seen(mark)) mark.scrollIntoView({ block: "center" });
    const title = document.getElementById("panel-title");
    (title ?? document.querySelector<HTMLElement>("#reading a.step"))?.focus({ preventScroll: true });
  });
});

/** Whether a mark stands in the window and not under the panel. */
function seen(mark: Element): boolean {
  const place = mark.getBoundingClientRect();
  const panel = document.getElementById("panel");
  const over = panel && getComputedStyle(panel).position === "fixed" ? panel.getBoundingClientRect().top : innerHeight;
  return place.top >= 0 && place.bottom <= over;
}
