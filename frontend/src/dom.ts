// Elements are made from text only: nothing here ever parses HTML.

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export function tokensOf(element: Element): string[] {
  return (element.getAttribute("data-c") ?? "").split(" ").filter(Boolean);
}

/** The entry in an article's list of claims that says all about one token. */
export function entryOf(token: string): HTMLElement | null {
  return document.getElementById(`k${token}`);
}

export function textOf(root: ParentNode | null, selector: string): string {
  return (root?.querySelector(selector)?.textContent ?? "").replace(/\s+/g, " ").trim();
}
