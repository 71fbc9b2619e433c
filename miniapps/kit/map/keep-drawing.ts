import type { StyleSpecification } from "maplibre-gl";

/** Sources and layers whose names begin so outlive the style: somebody is drawing on them with a library of its own. */
export const KEPT = "kept";

/** A new style with what was being drawn on the old one. */
export function keepDrawing(before: StyleSpecification | undefined, after: StyleSpecification): StyleSpecification {
  const sources = Object.entries(before?.sources ?? {}).filter(([id]) => id.startsWith(KEPT));
  const layers = before?.layers.filter(({ id }) => id.startsWith(KEPT)) ?? [];
  return {
    ...after,
    sources: { ...after.sources, ...Object.fromEntries(sources) },
    layers: [...after.layers, ...layers],
  };
}
