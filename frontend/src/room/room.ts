// On every page: htmx for parts that change in place; the page is whole without it.
import "htmx.org";

document.documentElement.classList.add("js");
