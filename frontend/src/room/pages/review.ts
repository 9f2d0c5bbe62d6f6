// Review by keys: rows, verdicts, undoing; and when the account is up to date. Pages are whole without it.
import { listen } from "../keys";

const STATE = "/api/1/state";
const EVERY = 4000; // milliseconds

listen();
const behind = document.querySelector<HTMLElement>("[data-behind]");
if (behind) watch(behind);

/** Says when the account is up to date; what is on the page stays as it is until somebody looks again. */
function watch(place: HTMLElement): void {
  const timer = window.setInterval(() => void ask(), EVERY);
  async function ask(): Promise<void> {
    if (document.hidden) return;
    const answer = await fetch(STATE, { headers: { Accept: "application/json" } }).catch(() => null);
    if (!answer?.ok || ((await answer.json()) as { stale: number }).stale > 0) return;
    window.clearInterval(timer);
    const link = place.querySelector("a");
    place.textContent = "The account is up to date now; this page is not. ";
    if (link) place.append(link);
  }
}
