import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const APPS = ["courier", "dispatch", "admin", "track"];

/** One build for all mini-apps; the API serves it under `/app/` of its own origin. */
export default defineConfig({
  root: here("."),
  base: "/app/",
  plugins: [react()],
  build: {
    outDir: here("../dist/miniapps"),
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    rolldownOptions: { input: Object.fromEntries(APPS.map((app) => [app, here(`./${app}/index.html`)])) },
  },
});
