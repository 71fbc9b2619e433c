import type { Plugin } from "vite";

const PACKAGE = /.*\/node_modules\/(?<name>(?:@[^/]+\/)?[^/]+)\//;

/** Writes `packages.json`: for each script the npm packages that went into it, so that a spec can hold the small apps small. */
export const packagesPlugin = (): Plugin => ({
  name: "peyk-packages",
  generateBundle(_options, bundle) {
    const packages = Object.values(bundle).flatMap((output) =>
      output.type === "chunk" ? [[output.fileName, packagesIn(output.moduleIds)] as const] : [],
    );
    this.emitFile({ type: "asset", fileName: "packages.json", source: JSON.stringify(Object.fromEntries(packages)) });
  },
});

const packagesIn = (modules: readonly string[]): string[] => [
  ...new Set(modules.flatMap((id) => PACKAGE.exec(id)?.groups?.name ?? [])),
];
