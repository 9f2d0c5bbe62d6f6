// The panel that shows the sentences behind a number or a state.
import { entryOf, make, textOf, tokensOf } from "./dom";

const MOST = 60; // cards shown at once; the rest is counted

let panel: HTMLElement | null = null;
let cameFrom: HTMLElement | SVGElement | null = null;

export function startPanel(): void {
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    const shown = target.closest<HTMLElement | SVGElement>("[data-c]");
    if (!shown || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openPanel(shown);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel && !panel.hidden) return closePanel();
    const shown = (event.target as Element).closest<SVGElement>("svg [data-c]");
    if (shown && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      openPanel(shown);
    }
  });
}

function openPanel(shown: HTMLElement | SVGElement): void {
  if (!shown.closest("#panel")) cameFrom = shown;
  const tokens = tokensOf(shown);
  panel ??= build();
  const title = shown.getAttribute("aria-label") ?? shown.textContent ?? "";
  const heading = make("h2", { id: "panel-title", dir: "auto" }, title.trim());
  const close = make("button", { type: "button", class: "close" }, "Close");
  close.addEventListener("click", closePanel);
  const cards = tokens.slice(0, MOST).map(card).filter((one) => one !== null);
  const rest = tokens.length - MOST;
  panel.replaceChildren(
    make("div", { class: "head" }, heading, close),
    make("p", { class: "note" }, count(tokens.length)),
    ...cards,
    ...(rest > 0 ? [make("p", { class: "note" }, `… and ${rest} more.`)] : []),
  );
  panel.hidden = false;
  panel.scrollTop = 0;
  document.body.classList.add("with-panel");
  close.focus({ preventScroll: true });
}

function build(): HTMLElement {
  const made = make("aside", { id: "panel", role: "dialog", "aria-labelledby": "panel-title" });
  document.body.append(made);
  return made;
}

export function closePanel(): void {
  if (!panel) return;
  panel.hidden = true;
  document.body.classList.remove("with-panel");
  again(cameFrom)?.focus({ preventScroll: true });
}

/** The element, or the one that took its place when its plot was drawn anew. */
function again(element: HTMLElement | SVGElement | null): HTMLElement | SVGElement | null {
  if (!element || element.isConnected) return element;
  const label = CSS.escape(element.getAttribute("aria-label") ?? "");
  return document.querySelector<SVGElement>(`.plot svg [data-c][aria-label="${label}"]`);
}

function count(sentences: number): string {
  return sentences === 1 ? "One sentence is behind it." : `${sentences} sentences are behind it.`;
}

function card(token: string): HTMLElement | null {
  const entry = entryOf(token);
  const article = entry?.closest("article");
  if (!entry || !article) return null;
  const show = make("a", { href: `#c${token}` }, "Show in the article");
  show.addEventListener("click", () => flash(token));
  return make(
    "section",
    { class: "card" },
    make("h3", {}, `R${article.dataset.report} `, make("bdi", {}, article.dataset.outlet ?? "")),
    make("p", { class: "by" }, article.dataset.dated ?? "", ": ", make("bdi", {}, textOf(article, "h3 bdi"))),
    make("blockquote", {}, ...context(article, token)),
    make("p", {}, make("b", {}, textOf(entry, ".kind")), " ", make("bdi", {}, textOf(entry, ".proof"))),
    make("p", { class: "by" }, "Says: ", make("bdi", {}, textOf(entry, ".more") || "the speaker of the statement")),
    make("p", {}, show),
  );
}

/** The paragraphs that hold the words, copied as text, with these words marked and no other. */
function context(article: HTMLElement, token: string): HTMLElement[] {
  const marks = article.querySelectorAll(`.text [data-c~="${CSS.escape(token)}"]`);
  const paragraphs = new Set([...marks].map((mark) => mark.closest("p")).filter((p) => p !== null));
  return [...paragraphs].map((paragraph) => {
    const pieces = [...paragraph.childNodes].map((node) => {
      const text = node.textContent ?? "";
      const here = node instanceof Element && tokensOf(node).includes(token);
      return here ? make("mark", {}, text) : text;
    });
    return make("p", { dir: "auto" }, ...pieces);
  });
}

/** Brings the words into view and outlines them for a while. */
function flash(token: string): void {
  if (matchMedia("(max-width: 60rem)").matches) closePanel();
  for (const mark of document.querySelectorAll(`.text [data-c~="${CSS.escape(token)}"]`)) {
    mark.classList.add("flash");
    setTimeout(() => mark.classList.remove("flash"), 4000);
  }
}
