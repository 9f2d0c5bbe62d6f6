// On every page: htmx for parts that change in place; the page is whole without it.
import "htmx.org";

document.documentElement.classList.add("js");

// On a phone the pages stand in a row that is longer than the screen: the one that is open is seen.
const row = document.querySelector(".top nav ul");
const open = row?.querySelector<HTMLElement>("[aria-current]");
if (row && open) row.scrollLeft = open.offsetLeft - (row.clientWidth - open.offsetWidth) / 2;

// Pages and data have one address: what is put into a page is asked for as a page.
document.addEventListener("htmx:configRequest", (event) => {
  (event as CustomEvent).detail.headers.Accept = "text/html";
});

// What is chosen in such a form is done at once; who goes through the choices by arrows is waited for.
let waiting = 0;
document.addEventListener("change", ({ target }) => {
  if (!(target instanceof HTMLSelectElement) || !target.form?.matches("[data-at-once]")) return;
  clearTimeout(waiting);
  waiting = window.setTimeout(() => target.form?.requestSubmit(), 300);
});

// An error, or the way to log in again, is a page of its own.
document.addEventListener("htmx:responseError", (event) => {
  location.assign((event as CustomEvent).detail.pathInfo.finalRequestPath);
});
document.addEventListener("htmx:beforeSwap", (event) => {
  const { xhr } = (event as CustomEvent).detail;
  if (!xhr.responseURL || new URL(xhr.responseURL).pathname !== "/login") return;
  event.preventDefault();
  location.assign(xhr.responseURL);
});
