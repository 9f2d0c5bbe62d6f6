// Two reports side by side with the passages that they share.
import type { CopyLink } from "./data";
import { make } from "./dom";

export function startCompare(links: CopyLink[]): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-compare]")) {
    button.addEventListener("click", () => {
      const link = links[Number(button.dataset.compare)];
      const room = button.nextElementSibling as HTMLElement | null;
      if (!link || !room) return;
      if (!room.childElementCount) room.append(side(link, "copy"), side(link, "of"));
      room.hidden = !room.hidden;
      button.setAttribute("aria-expanded", String(!room.hidden));
    });
  }
}

function side(link: CopyLink, which: "copy" | "of"): HTMLElement {
  const article = document.getElementById(`r${link[which]}`);
  const text = [...(article?.querySelector(".text")?.textContent ?? "")];
  const spans = link.passages
    .map((passage, number) => ({ number, start: passage[which === "copy" ? 0 : 2], end: passage[which === "copy" ? 1 : 3] }))
    .sort((a, b) => a.start - b.start);
  const pieces: (Node | string)[] = [];
  let at = 0;
  for (const { number, start, end } of spans) {
    if (start < at) continue; // two passages over the same words: the first is shown
    pieces.push(text.slice(at, start).join(""), passage(number, text.slice(start, end).join("")));
    at = end;
  }
  pieces.push(text.slice(at).join(""));
  const title = make("h5", {}, `R${link[which]} `, make("bdi", {}, article?.dataset.outlet ?? ""));
  return make("div", { class: "half" }, title, make("div", { class: "scroll", dir: "auto", tabindex: "0" }, ...pieces));
}

function passage(number: number, words: string): HTMLElement {
  const made = make("button", { type: "button", class: "passage", "data-passage": String(number) });
  made.append(make("b", {}, `${number + 1} `), words);
  made.addEventListener("click", () => {
    const pair = made.closest(".compare")?.querySelectorAll<HTMLElement>(`[data-passage="${number}"]`) ?? [];
    for (const one of pair) {
      one.classList.add("flash");
      setTimeout(() => one.classList.remove("flash"), 3000);
      if (one !== made) one.parentElement?.scrollTo({ top: one.offsetTop - 40 });
    }
  });
  return made;
}
