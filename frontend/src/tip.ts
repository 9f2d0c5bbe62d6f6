// Speaker and stance of a marked claim, shown while the pointer or the focus is on it.
import { entryOf, make, textOf, tokensOf } from "./dom";

export function startTip(): void {
  const tip = make("div", { id: "tip", role: "tooltip", hidden: "" });
  document.body.append(tip);
  let shown: HTMLElement | null = null;
  const show = (event: Event) => {
    const mark = (event.target as Element).closest<HTMLElement>(".text .mark");
    if (!mark) return;
    tip.replaceChildren(...tokensOf(mark).slice(0, 4).map(line));
    tip.hidden = false;
    place(tip, mark);
    shown = mark;
    mark.setAttribute("aria-describedby", "tip");
  };
  const hide = () => {
    tip.hidden = true;
  };
  document.addEventListener("pointerover", show);
  document.addEventListener("focusin", show);
  document.addEventListener("pointerout", hide);
  document.addEventListener("focusout", hide);
  document.addEventListener("scroll", () => shown && !tip.hidden && place(tip, shown), { passive: true });
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
}

function line(token: string): HTMLElement {
  const entry = entryOf(token);
  const said = make("bdi", {}, textOf(entry, ".proof"));
  return make("p", {}, make("b", {}, textOf(entry, ".kind")), " ", said, ". ", make("bdi", {}, textOf(entry, ".more")));
}

function place(tip: HTMLElement, mark: HTMLElement): void {
  const box = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
  const left = Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 8);
  const below = box.bottom + 6 + tip.offsetHeight < innerHeight;
  tip.style.left = `${Math.max(8, left)}px`;
  tip.style.top = `${below ? box.bottom + 6 : Math.max(0, box.top - tip.offsetHeight - 6)}px`;
}
