// The map of a day: slider, play, layers, what is chosen, and the list that says the same.
import type { Map as GlMap } from "maplibre-gl";
import { type Closed, closedEntry, closedList, type Closures, loadClosures, type Telling, tellingList, together } from "../map/closures";
import { type Feature, load, type Shown } from "../map/data";
import { dayNumber, dayWords, isoOf, span } from "../map/days";
import { drawsMaps, make, painted } from "../map/dom";
import { legend } from "../map/legend";
import { entry, listed } from "../map/list";
import { Sheet } from "../map/sheet";
import { standing, stands } from "../map/standing";
import { address, asked, read, type State } from "../map/state";

const REST = 250; // milliseconds without a change after which list and address follow
const WHOLE = 45_000; // milliseconds in which play goes through all days, at most
const SLOWEST = 500; // milliseconds of a day
const TRAIL = 6;
const NONE: Closed[] = [];
const UNTOLD: Telling[] = [];
const CARD = 12; // entries of a place that the card shows

const room = document.getElementById("mapping");
if (room) void start(room);

async function start(room: HTMLElement): Promise<void> {
  const query = asked(location.search);
  const coming = Promise.all([load(`/map/features?${query}`), loadClosures(`/map/closures?${query}`)]);
  await painted();
  const page = new MapPage(room, ...(await coming));
  page.listen();
  page.all();
  if (drawsMaps()) await page.drawMap();
  else page.say("This browser draws no maps, as it has no WebGL. The list says the same as the map would.");
  room.dataset.ready = "";
}

function one<T extends Element>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`${selector} is not on the page`);
  return found;
}

class MapPage {
  private state: State;
  private readonly usual: { day: string; trail: number };
  private readonly slider: HTMLInputElement;
  private readonly byId: Map<string, Feature>;
  private readonly sheet: Sheet;
  private map: GlMap | null = null;
  private resting = 0;
  private playing = 0;
  private drawn = false;

  constructor(private readonly room: HTMLElement, private readonly shown: Shown, private readonly closures: Closures) {
    this.usual = { day: room.dataset.day ?? "", trail: TRAIL };
    this.state = this.fromAddress();
    this.slider = one(room, "input[type=range]");
    this.byId = new Map(shown.features.map((feature) => [feature.id, feature]));
    this.sheet = new Sheet(shown);
    one(room, ".legend").replaceChildren(...legend(shown, closures.shut.length > 0 || closures.told.some((told) => !told.open), closures.told.some((told) => told.open)));
    if (shown.more) this.say("There is more in these days than can be drawn at once: only the latest are shown. Choose fewer days.");
  }

  private fromAddress(): State {
    const state = read(location.search, this.usual.day, this.usual.trail);
    const day = Math.max(this.shown.since, Math.min(this.shown.until, dayNumber(state.day)));
    return { ...state, day: isoOf(day) };
  }

  private get day(): number {
    return dayNumber(this.state.day);
  }

  listen(): void {
    const { room, slider } = this;
    slider.max = String(this.shown.until - this.shown.since);
    room.querySelectorAll<HTMLElement>(".hands").forEach((hand) => hand.removeAttribute("disabled"));
    slider.addEventListener("input", () => { this.stop(); this.show(this.shown.since + Number(slider.value)); });
    slider.addEventListener("change", () => this.keep());
    const act = (name: string, does: () => void) => one(room, `[data-act=${name}]`).addEventListener("click", does);
    act("play", () => (this.playing ? this.stop() : this.play()));
    act("back", () => { this.stop(); this.show(this.day - 1); this.keep(); });
    act("on", () => { this.stop(); this.show(this.day + 1); this.keep(); });
    room.querySelectorAll<HTMLInputElement>(".layers input").forEach((box) => {
      box.disabled = false;
      box.addEventListener("change", () => {
        this.state.layers[box.checked ? "add" : "delete"](box.name);
        this.all();
        this.keep();
      });
    });
    one<HTMLInputElement>(room, "[name=day]").addEventListener("change", (event) => this.go((event.target as HTMLInputElement).value));
    addEventListener("popstate", () => this.back());
    addEventListener("keydown", (event) => event.key === "Escape" && this.state.chosen && this.choose(null));
    addEventListener("beforeprint", () => this.picture());
  }

  /** Shows a day that is chosen, if it is among those of the map; others are asked of the server by the form. */
  private go(iso: string): void {
    const day = dayNumber(iso);
    if (!(day >= this.shown.since && day <= this.shown.until)) return;
    this.stop();
    this.show(day);
    this.keep();
  }

  /** What the address says now: other days or filters are asked of the server. */
  private back(): void {
    if (asked(location.search) !== this.loaded) return location.reload();
    this.stop();
    this.state = this.fromAddress();
    const { at, zoom } = this.state;
    if (at && zoom !== null) this.map?.jumpTo({ center: at, zoom });
    this.all();
  }

  private readonly loaded = asked(location.search);

  /** Brings everything to the state. */
  all(): void {
    for (const box of this.room.querySelectorAll<HTMLInputElement>(".layers input")) box.checked = this.state.layers.has(box.name);
    this.sheet.names.canvas.hidden = !this.state.layers.has("names");
    for (const name of ["roads", "countries"]) {
      const on = this.state.layers.has(name === "roads" ? "roads" : "names");
      if (this.map?.getLayer(name)) this.map.setLayoutProperty(name, "visibility", on ? "visible" : "none");
    }
    this.hand();
    this.redraw();
    this.list();
    this.card();
  }

  private hand(): void {
    this.slider.value = String(this.day - this.shown.since);
    this.slider.setAttribute("aria-valuetext", dayWords(this.day));
    one(this.room, ".slide output").textContent = dayWords(this.day);
    this.room.dataset.shown = this.state.day;
  }

  show(day: number): void {
    this.state.day = isoOf(Math.max(this.shown.since, Math.min(this.shown.until, day)));
    this.hand();
    this.redraw();
    this.room.toggleAttribute("data-behind", this.room.dataset.listed !== this.state.day); // the list follows at rest
    this.rest(() => { this.list(); this.card(); this.tell(); });
  }

  /** Does something once nothing has changed for a while. */
  private rest(does: () => void): void {
    clearTimeout(this.resting);
    this.resting = window.setTimeout(does, REST);
  }

  private redraw(): void {
    if (!this.drawn) return;
    const chosen = this.state.chosen ? this.byId.get(this.state.chosen)?.spot ?? -1 : -1;
    this.sheet.shut(this.closed(), this.tellings());
    this.room.dataset.drawn = String(this.sheet.draw(this.day, this.state.trail, this.state.layers, chosen));
  }

  private closedKnown: { key: string; closed: Closed[] } = { key: "", closed: [] };

  /** The roads that are closed on the day; the same list as long as they are the same. */
  private closed(): Closed[] {
    if (!this.closures.shut.length || !this.state.layers.has("roads")) return NONE;
    const on = this.closures.shut.filter((one) => one.first <= this.day && one.last >= this.day);
    const key = on.map((one) => one.id).join();
    if (key !== this.closedKnown.key) this.closedKnown = { key, closed: together(on) };
    return this.closedKnown.closed;
  }

  private tellingsKnown: { key: string; told: Telling[] } = { key: "", told: UNTOLD };

  /** What is told of roads on the day; the same list as long as it is the same. */
  private tellings(): Telling[] {
    if (!this.closures.told.length || !this.state.layers.has("roads")) return UNTOLD;
    const told = this.closures.told.filter((one) => one.first <= this.day && one.last >= this.day);
    const key = told.map((one) => one.id).join();
    if (key !== this.tellingsKnown.key) this.tellingsKnown = { key, told };
    return this.tellingsKnown.told;
  }

  /** Chooses what stands at a place on the day, for whoever looks for its closed roads. */
  private seek(place: string): void {
    const here = this.shown.features.filter((one) => this.shown.spots[one.spot]?.id === place && this.state.layers.has(one.layer) && stands(one, this.day, this.state.trail));
    const best = here.find((one) => one.layer === "control") ?? here[0];
    if (best) return this.choose(best.id, true);
    const shut = this.closures.shut.find((one) => one.place === place);
    if (shut && shut.longitude !== null && shut.latitude !== null) this.map?.jumpTo({ center: [shut.longitude, shut.latitude] });
  }

  /** Replaces the address: what one slides through is no step to go back to. */
  private tell(): void {
    history.replaceState(null, "", address(this.state, TRAIL));
  }

  /** Pushes the address: a step to go back from. */
  private keep(): void {
    if (address(this.state, TRAIL) !== `${location.pathname}${location.search}`) history.pushState(null, "", address(this.state, TRAIL));
  }

  private play(): void {
    const button = one<HTMLButtonElement>(this.room, "[data-act=play]");
    button.setAttribute("aria-pressed", "true");
    button.textContent = "Stop";
    const days = this.shown.until - this.shown.since;
    const step = Math.min(SLOWEST, WHOLE / Math.max(days, 1));
    const from = this.day >= this.shown.until ? this.shown.since : this.day;
    const began = performance.now();
    const on = (now: number) => {
      const day = from + Math.floor((now - began) / step);
      if (day !== this.day) this.show(day);
      if (day >= this.shown.until) this.stop();
      else this.playing = requestAnimationFrame(on);
    };
    this.playing = requestAnimationFrame(on);
  }

  private stop(): void {
    if (!this.playing) return;
    cancelAnimationFrame(this.playing);
    this.playing = 0;
    const button = one<HTMLButtonElement>(this.room, "[data-act=play]");
    button.setAttribute("aria-pressed", "false");
    button.textContent = "Play";
    this.keep();
  }

  private list(): void {
    one<HTMLInputElement>(this.room, "[name=day]").value = this.state.day;
    const found = standing(this.shown.features, this.day, this.state.trail, this.state.layers);
    one(this.room, "#onday").textContent = dayWords(this.day);
    one(this.room, "#list").replaceChildren(...listed(found, this.told(), this.drawn ? (id) => this.choose(id, true) : null, [...closedList(this.closed(), this.drawn ? (place) => this.seek(place) : null), ...tellingList(this.tellings())]));
    this.room.dataset.listed = this.state.day;
    this.room.removeAttribute("data-behind");
  }

  private told() {
    const place = new URLSearchParams(location.search).get("place");
    return { day: this.day, trail: this.state.trail, chosen: this.state.chosen, place, spots: this.shown.spots };
  }

  choose(id: string | null, go = false): void {
    this.state.chosen = id;
    const spot = this.shown.spots[id ? this.byId.get(id)?.spot ?? -1 : -1];
    if (spot && go && this.map && !this.map.getBounds().contains([spot.longitude, spot.latitude])) this.map.jumpTo({ center: [spot.longitude, spot.latitude] });
    for (const entry of this.room.querySelectorAll("#list [data-id]")) {
      if (entry.getAttribute("data-id") === id) { entry.setAttribute("aria-current", "true"); entry.scrollIntoView({ block: "nearest" }); }
      else entry.removeAttribute("aria-current");
    }
    this.redraw();
    this.card();
    this.keep();
  }

  /** What is chosen, and what else stands at its place on the day; all of it text. */
  private card(): void {
    const card = one<HTMLElement>(this.room, ".chosen");
    const chosen = this.state.chosen ? this.byId.get(this.state.chosen) : undefined;
    card.hidden = !chosen || !this.drawn;
    if (!chosen) return;
    const here = this.shown.features.filter((other) => other.spot === chosen.spot && chosen.spot >= 0 && this.state.layers.has(other.layer) && stands(other, this.day, this.state.trail));
    const spot = this.shown.spots[chosen.spot];
    const close = make("button", { type: "button", class: "close" }, "Close");
    close.addEventListener("click", () => this.choose(null));
    const name = spot ? make("a", { href: `/places/${encodeURIComponent(spot.id)}` }, make("bdi", {}, spot.name)) : make("bdi", {}, chosen.name || "place not known");
    const said = [make("h3", {}, name), close];
    if (spot && !spot.exact) said.push(make("p", { class: "note" }, `Known only as ${spot.precision}: it lies somewhere in the dashed circle.`) as never);
    if (!spot) said.push(make("p", { class: "note" }, "Not located: it is in the list only.") as never);
    if (!stands(chosen, this.day, this.state.trail)) said.push(make("p", {}, "Not on this day: ", make("span", { class: "days" }, span(chosen.first, chosen.last))) as never);
    const first = [chosen, ...here.filter((other) => other !== chosen)].slice(0, CARD);
    const closed = this.closed().filter((one) => one.place !== null && one.place === spot?.id).map((one) => closedEntry(one, null));
    card.replaceChildren(...said, make("ul", { class: "plain" }, ...first.map((other) => entry(other, this.told(), null)), ...closed));
  }

  say(said: string): void {
    const note = one<HTMLElement>(this.room, ".nomap");
    note.textContent = said;
    note.hidden = false;
  }

  async drawMap(): Promise<void> {
    const sheet = one<HTMLElement>(this.room, ".sheet");
    sheet.hidden = false;
    const world = one<HTMLElement>(sheet, ".world");
    const { addControls, drawRoads, makeBase } = await import("../map/base");
    const map = await makeBase(world, this.room.dataset, (credit) => {
      one(this.room, ".credit").append(" Tiles: ", make("bdi", {}, credit), ".");
    });
    this.map = map;
    addControls(map);
    this.look();
    world.append(this.sheet.below, this.sheet.canvas, this.sheet.names.canvas);
    const fit = () => { this.sheet.resize(world.clientWidth, world.clientHeight); this.redraw(); };
    map.on("resize", fit);
    map.on("render", () => { this.turn(); });
    map.on("moveend", () => this.moved());
    map.on("click", (event) => this.pick(event.point.x, event.point.y));
    const counts = new Array<number>(this.shown.spots.length).fill(0);
    for (const feature of this.shown.features) if (feature.spot >= 0) counts[feature.spot] = (counts[feature.spot] ?? 0) + 1;
    this.sheet.names.rank(counts);
    this.drawn = true;
    fit();
    this.turn();
    await new Promise<void>((done) => map.once("load", () => done()));
    this.sheet.barriers.set(await drawRoads(map));
    this.sheet.shut([], []); // barriers are drawn again, along the roads
    this.all();
  }

  /** Looks where the address says, else at all places that are not whole countries. */
  private look(): void {
    const { at, zoom } = this.state;
    if (at && zoom !== null) return void this.map?.jumpTo({ center: at, zoom });
    const near = this.shown.spots.filter((spot) => (spot.radius ?? 0) < 150);
    const spots = near.length ? near : this.shown.spots;
    if (!spots.length) return;
    const [x, y] = [spots.map((spot) => spot.longitude), spots.map((spot) => spot.latitude)];
    const ends = (all: number[], best: (a: number, b: number) => number) => all.reduce((a, b) => best(a, b));
    this.map?.fitBounds([[ends(x, Math.min), ends(y, Math.min)], [ends(x, Math.max), ends(y, Math.max)]], { padding: 50, maxZoom: 10, animate: false });
  }

  private view = "";

  /** Draws the sheet again where the map under it has moved. */
  private turn(): void {
    if (!this.map) return;
    const { lng, lat } = this.map.getCenter();
    const now = [lng, lat, this.map.getZoom()].join();
    if (now === this.view) return;
    this.view = now;
    const angle = Math.PI / 4 + (lat * Math.PI) / 360;
    this.sheet.look({ x: (lng + 180) / 360, y: (1 - Math.log(Math.tan(angle)) / Math.PI) / 2, world: 512 * 2 ** this.map.getZoom() });
    this.redraw();
  }

  private moved(): void {
    if (!this.map) return;
    const { lng, lat } = this.map.getCenter();
    this.state.at = [lng, lat];
    this.state.zoom = this.map.getZoom();
    this.tell();
  }

  private pick(x: number, y: number): void {
    const here = (spot: number) => this.shown.features.some((one) => one.spot === spot && this.state.layers.has(one.layer) && stands(one, this.day, this.state.trail));
    const spot = this.sheet.meant(x, y, here);
    const found = this.shown.features.filter((one) => one.spot === spot && this.state.layers.has(one.layer) && stands(one, this.day, this.state.trail));
    const next = found[(found.findIndex((one) => one.id === this.state.chosen) + 1) % Math.max(found.length, 1)];
    this.choose(spot >= 0 && next ? next.id : null);
  }

  /** Puts map and sheet together as a picture, for paper. */
  private picture(): void {
    if (!this.map || !this.drawn || !this.sheet.canvas.width || !this.sheet.canvas.height) return;
    this.map.redraw(); // what was drawn is kept only until it is shown
    const base = this.map.getCanvas();
    const whole = make("canvas");
    [whole.width, whole.height] = [base.width, base.height];
    const pen = whole.getContext("2d");
    pen?.drawImage(base, 0, 0);
    const sheets = [this.sheet.below, this.sheet.canvas, ...(this.state.layers.has("names") ? [this.sheet.names.canvas] : [])];
    for (const sheet of sheets) pen?.drawImage(sheet, 0, 0, base.width, base.height);
    const picture = one<HTMLImageElement>(this.room, ".printed");
    picture.src = whole.toDataURL("image/png");
    picture.alt = `Map of ${dayWords(this.day)}; the list says the same.`;
    picture.hidden = false;
  }
}

