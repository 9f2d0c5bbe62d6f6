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
