import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { packagesPlugin } from "./build/packages-plugin.ts";
import { roomsOf } from "./build/rooms.ts";
import { textsPlugin } from "./build/texts-plugin.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const rooms = roomsOf(here("."));

/** One build for all mini-apps; the API serves it under `/app/` of its own origin. */
export default defineConfig({
  root: here("."),
  base: "/app/",
  plugins: [react(), textsPlugin({ locales: here("../shared/locales"), rooms }), packagesPlugin()],
  worker: { format: "es" },
  build: {
    outDir: here("../dist/miniapps"),
    emptyOutDir: true,
    manifest: "manifest.json",
    target: "es2022",
    modulePreload: { polyfill: false },
    rolldownOptions: { input: Object.fromEntries(rooms.map((room) => [room, here(`./${room}/index.html`)])) },
  },
});
