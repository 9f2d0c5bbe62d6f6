// Single keys of a page: what bears `data-key` is followed, chosen or entered; j and k go through rows.
const OFF = "warmonitor-keys-off";
const TYPED = "input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]";

/** Hears keys, unless they are switched off, typed into a field, or held with another key (WCAG 2.1.4). */
export function listen(): void {
  setting();
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const at = event.target instanceof HTMLElement ? event.target : document.body;
    if (event.key === "Escape" && at.matches(TYPED)) return at.blur();
    if (off() || at.matches(TYPED) || !act(event.key, at)) return;
    event.preventDefault();
  });
}

function act(key: string, at: HTMLElement): boolean {
  if (key === "?") return help();
  if (key === "j" || (key === "ArrowDown" && arrows(at))) return step(1);
  if (key === "k" || (key === "ArrowUp" && arrows(at))) return step(-1);
  if (!/^[a-z]$/.test(key)) return false;
  const found = document.querySelector<HTMLElement>(`[data-key="${key}"]`);
  if (!found) return false;
  if (found instanceof HTMLAnchorElement) found.click();
  else if (found instanceof HTMLInputElement && found.type === "radio") choose(found);
  else if (found instanceof HTMLFormElement) found.querySelector<HTMLElement>("select, input")?.focus();
  else found.focus();
  return true;
}

/** Arrows go through the rows of a list; elsewhere, and among choices, they do what they always do. */
function arrows(at: HTMLElement): boolean {
  return !at.matches("input, summary") && document.querySelector("table[data-rows]") !== null;
}

function step(by: number): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  const row = rows[here < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(here + by, 0), rows.length - 1)];
  const link = row?.querySelector<HTMLElement>("[data-open]");
  link?.focus();
  row?.scrollIntoView({ block: "nearest" });
  return rows.length > 0;
}

/** Chooses a verdict and goes on to what it needs: fields for amending, the rule, else the reason. */
function choose(radio: HTMLInputElement): void {
  radio.checked = true;
  const form = radio.form;
  const details = form?.querySelector<HTMLDetailsElement>("[data-amend]");
  if (details) details.open = radio.value === "amend" || details.open;
  const amends = radio.value === "amend" ? details?.querySelector<HTMLElement>("input, select") : null;
  const first = radio.value === "rule" ? form?.querySelector<HTMLElement>("[data-first]") : null;
  const next = amends ?? first ?? form?.querySelector<HTMLElement>("[data-why]");
  next?.focus();
}

function help(): boolean {
  const keys = document.querySelector<HTMLDetailsElement>("#keys");
  if (!keys) return false;
  keys.open = !keys.open;
  if (keys.open) keys.querySelector("summary")?.focus();
  return true;
}

export function setting(): void {
  const box = document.querySelector<HTMLInputElement>("[data-keys]");
  if (!box) return;
  box.checked = !off();
  box.addEventListener("change", () => (box.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "yes")));
}

export function off(): boolean {
  return localStorage.getItem(OFF) !== null;
}
