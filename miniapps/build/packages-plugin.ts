import type { Plugin } from "vite";

const PACKAGE = /.*\/node_modules\/(?<name>(?:@[^/]+\/)?[^/]+)\//;

/** Writes `<room>.packages.json`: for each script the npm packages that went into it, so that a spec can hold the small apps small. */
export const packagesPlugin = (rooms: readonly string[]): Plugin => ({
  name: "peyk-packages",
  generateBundle(_options, bundle) {
    const packages = Object.values(bundle).flatMap((output) =>
      output.type === "chunk" ? [[output.fileName, packagesIn(output.moduleIds)] as const] : [],
    );
    const fileName = `${rooms.join("-")}.packages.json`;
    this.emitFile({ type: "asset", fileName, source: JSON.stringify(Object.fromEntries(packages)) });
  },
});

const packagesIn = (modules: readonly string[]): string[] => [
  ...new Set(modules.flatMap((id) => PACKAGE.exec(id)?.groups?.name ?? [])),
];
