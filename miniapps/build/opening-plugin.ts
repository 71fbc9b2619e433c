import type { Plugin } from "vite";

const PLACE = '<div id="root"></div>';
const OPENING = [
  "position:fixed;inset:0;margin:0;display:grid;place-items:center",
  "font:700 32px system-ui,sans-serif;color:#7b8794", // is read on white and on black: nobody knows the theme yet
].join(";");

/**
 * What a person sees until the app draws over it. The styles come after it, in the body: in the head they would hold back
 * the first picture, and nothing before the app's own script needs them.
 */
export const openingPlugin = (): Plugin => ({
  name: "peyk-opening",
  transformIndexHtml: {
    order: "post",
    handler(html) {
      if (!html.includes(PLACE)) throw new Error(`a page without ${PLACE} has nowhere to draw`);
      const styles = html.match(/<link rel="stylesheet"[^>]*>/g) ?? [];
      const bare = styles.reduce((rest, link) => rest.replace(link, ""), html);
      const opening = `<div id="root"><p class="opening" aria-hidden="true" style="${OPENING}">Peyk</p></div>`;
      return bare.replace(PLACE, [opening, ...styles].join("\n    "));
    },
  },
});
