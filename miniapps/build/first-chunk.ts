type Modules = { getModuleInfo(id: string): { importedIds: readonly string[] } | null };

/**
 * Puts all that a page imports at once into one script: several are more requests, and compress worse. What it imports
 * later shares this script.
 * @param page path of the `index.html`
 * @returns the name of the script a module belongs to, for `codeSplitting.groups`; `null` leaves it to the bundler
 */
export function firstChunk(page: string): (id: string, modules: Modules) => string | null {
  // The page's own script stays by itself, or the manifest would not name the page.
  const alone = [page, page.replace(/index\.html$/, "main.tsx")];
  let first: Set<string> | undefined;
  return (id, modules) => {
    first ??= importedAtOnce(page, modules);
    return first.has(id) && !alone.includes(id) ? "first" : null;
  };
}

function importedAtOnce(page: string, modules: Modules): Set<string> {
  const seen = new Set<string>();
  const waiting = [page];
  for (let id = waiting.pop(); id; id = waiting.pop()) {
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...(modules.getModuleInfo(id)?.importedIds ?? []));
  }
  return seen;
}
