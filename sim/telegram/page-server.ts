import { join } from "node:path";

const PAGE = join(import.meta.dirname, "page", "index.html");

/** The page with the phones, bundled when somebody first asks for it: bots and tests never do. */
export function createPage() {
  let bundle: Promise<Map<string, Blob>> | undefined;
  return {
    async answer(pathname: string): Promise<Response> {
      bundle ??= build();
      const file = (await bundle).get(pathname === "/" ? "/index.html" : pathname);
      return file ? new Response(file) : new Response("Not Found", { status: 404 });
    },
  };
}

async function build(): Promise<Map<string, Blob>> {
  const { outputs } = await Bun.build({
    entrypoints: [PAGE],
    target: "browser",
    minify: true,
    publicPath: "/",
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
  });
  return new Map(outputs.map((output) => [`/${output.path.replace(/^\.?\//, "")}`, output]));
}
