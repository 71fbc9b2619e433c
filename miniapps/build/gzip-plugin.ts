import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const WORTH_IT = /\.(?:js|css)$/;

/** Lays a compressed copy beside each script and style, `x.js.gz`: the API sends it as it lies there. */
export const gzipPlugin = (): Plugin => ({
  name: "peyk-gzip",
  writeBundle({ dir = "." }, bundle) {
    for (const output of Object.values(bundle)) {
      if (!WORTH_IT.test(output.fileName)) continue;
      const bytes = output.type === "chunk" ? output.code : output.source;
      writeFileSync(join(dir, `${output.fileName}.gz`), gzipSync(bytes, { level: 9 }));
    }
  },
});
