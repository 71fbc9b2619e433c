import { escapeHtml, type Words } from "#bots/kit/words";
import type { Health } from "./check-health";
import type { Doors } from "./links";
import type { CityFigures } from "./read-deeds";
import { STEPS, type Step } from "./steps";

export type PageView = {
  doors: Doors;
  health: readonly Health[];
  done: ReadonlySet<Step>;
  /** `null`: the city is off. */
  figures: CityFigures | null;
  /** Phones of the city that the newcomer uses. */
  taken: readonly { name: string; until: string }[];
};

/** Where each step is tried. */
const TRY_AT: Record<Step, keyof Doors> = {
  order: "customer",
  kitchen: "kitchen",
  courier: "courier",
  pin: "both",
  board: "board",
  price: "admin",
};
const LINKS = [
  ["start-link-phones", "phones"],
  ["start-link-board", "board"],
  ["start-link-courier", "courierApp"],
  ["start-link-admin", "admin"],
  ["start-link-api", "api"],
] as const satisfies readonly (readonly [string, keyof Doors])[];

/** The whole page. What changes carries `data-live`, and is fetched anew by the script. */
export function renderPage(view: PageView, words: Words, { css, script }: { css: string; script: string }): string {
  const { html, language } = words;
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${html("start-title")}</title>
<style>${css}</style>
<header>
  <h1>${html("start-title")}</h1>
  <p>${html("start-lead")}</p>
  <p class="now" data-live="now">${nowLine(view, words)}</p>
  <a class="main" href="${attribute(view.doors.phones)}" target="_blank">${html("start-phones")}</a>
</header>
<main>
  <section aria-labelledby="try">
    <h2 id="try">${html("start-try")} <small data-live="count">${html("start-done-count", { done: view.done.size, all: STEPS.length })}</small></h2>
    <ol>${STEPS.map((step) => stepItem(step, view, words)).join("")}</ol>
    <p class="note">${html("start-language")}</p>
  </section>
  <aside>
    <div data-live="yours">${yours(view, words)}</div>
    <section><h2>${html("start-links")}</h2><ul>${LINKS.map(([id, door]) => `<li>${link(view.doors[door], html(id))}</li>`).join("")}</ul></section>
    <section><h2>${html("start-runs")}</h2><ul class="parts" data-live="parts">${view.health.map((part) => partItem(part, words)).join("")}</ul></section>
  </aside>
</main>
<script>${script}</script>
</html>`;
}

const nowLine = ({ figures }: PageView, { html }: Words): string =>
  figures ? html("start-city", { ...figures }) : html("start-quiet");

function stepItem(step: Step, { done, doors }: PageView, { html }: Words): string {
  const isDone = done.has(step);
  const door = TRY_AT[step];
  return `<li data-live="step-${step}" class="${isDone ? "done" : ""}">
  <span class="tick">${isDone ? `<span class="hidden">${html("start-step-done")}</span>` : ""}</span>
  <div><h3>${html(`start-step-${step}`)}</h3><p>${html(`start-step-${step}-how`)}</p>${link(doors[door], html(`start-open-${door}`))}</div>
</li>`;
}

function yours({ taken }: PageView, { html }: Words): string {
  if (taken.length === 0) return "";
  const people = taken.map(
    (person) => `<li>${html("start-yours-until", { name: person.name, time: person.until })}</li>`,
  );
  return `<section><h2>${html("start-yours")}</h2><ul>${people.join("")}</ul><p>${html("start-yours-why")}</p></section>`;
}

const partItem = ({ name, isUp, metrics }: Health, { html }: Words): string =>
  `<li class="${isUp ? "up" : "down"}"><span>${html(`start-process-${name}`)}</span>
  <span>${metrics ? `${link(metrics, html("start-metrics"))} · ` : ""}${html(isUp ? "start-up" : "start-down")}</span></li>`;

const link = (href: string, label: string): string => `<a href="${attribute(href)}" target="_blank">${label}</a>`;

const attribute = (text: string): string => escapeHtml(text).replaceAll('"', "&quot;");
