import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { aheadPlugin, firstChunk } from "./build/first-chunk.ts";
import { gzipPlugin } from "./build/gzip-plugin.ts";
import { openingPlugin } from "./build/opening-plugin.ts";
import { packagesPlugin } from "./build/packages-plugin.ts";
import { roomsOf } from "./build/rooms.ts";
import { textsPlugin } from "./build/texts-plugin.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const rooms = roomsOf(here("."));
const pageOf = (room: string) => here(`./${room}/index.html`);
const only = rooms.length === 1 ? rooms[0] : undefined;

/**
 * The mini-apps named by `MINIAPPS`, or all; the API serves them under `/app/` of its own origin. What is delivered is
 * built room by room (`sim/stack/build-miniapps.ts`): together, each would carry what another one alone needs of what
 * they share.
 */
export default defineConfig({
  root: here("."),
  base: "/app/",
  plugins: [
    react(),
    textsPlugin({ locales: here("../shared/locales"), rooms }),
    aheadPlugin(),
    openingPlugin(),
    packagesPlugin(rooms),
    gzipPlugin(),
  ],
  worker: { format: "es" },
  build: {
    outDir: here("../dist/miniapps"),
    emptyOutDir: true,
    manifest: `${rooms.join("-")}.manifest.json`,
    target: "es2022",
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: Object.fromEntries(rooms.map((room) => [room, pageOf(room)])),
      // Of several rooms at once, each would carry what the others show first.
      ...(only && {
        output: {
          codeSplitting: {
            groups: [
              { name: firstChunk(here("."), pageOf(only)), debugName: "first", priority: 1 },
              // A section would ask for each of twenty small scripts on its own.
              { name: "common", minShareCount: 2 },
            ],
          },
        },
      }),
    },
  },
});
