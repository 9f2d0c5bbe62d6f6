// On every page: htmx for parts that change in place; the page is whole without it.
import "htmx.org";

document.documentElement.classList.add("js");

// Pages and data have one address: what is put into a page is asked for as a page.
document.addEventListener("htmx:configRequest", (event) => {
  (event as CustomEvent).detail.headers.Accept = "text/html";
});
