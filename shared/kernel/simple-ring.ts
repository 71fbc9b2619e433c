type Place = readonly [lng: number, lat: number];

/** Which side of the line a→b the place c lies on: 1, 0 or -1. */
const side = (a: Place, b: Place, c: Place): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

/** Whether c, which lies on the line through a and b, lies between them. */
const between = (a: Place, b: Place, c: Place): boolean =>
  Math.min(a[0], b[0]) <= c[0] &&
  c[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= c[1] &&
  c[1] <= Math.max(a[1], b[1]);

/** Whether two edges have a place in common. */
function meet([a, b]: readonly [Place, Place], [c, d]: readonly [Place, Place]): boolean {
  const [c1, d1, a1, b1] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (c1 !== d1 && a1 !== b1) return true;
  return (
    (c1 === 0 && between(a, b, c)) ||
    (d1 === 0 && between(a, b, d)) ||
    (a1 === 0 && between(c, d, a)) ||
    (b1 === 0 && between(c, d, b))
  );
}

/** Whether an edge turns back onto the one before it. */
const foldsBack = (a: Place, b: Place, c: Place): boolean =>
  side(a, b, c) === 0 && (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) <= 0;

/**
 * Whether a closed GeoJSON ring crosses or touches itself, so that nobody could say what is inside. Edges that follow
 * each other share their corner and nothing more. Compares all pairs: at most half a million for the longest ring.
 */
export function crossesItself(ring: readonly Place[]): boolean {
  const edges = ring.slice(1).map((to, index) => [ring[index]!, to] as const);
  const count = edges.length;
  return edges.some((edge, first) => {
    const next = edges[(first + 1) % count]!;
    if (foldsBack(edge[0], edge[1], next[1])) return true;
    return edges.some((other, second) => {
      const neighbours = second === first + 1 || (first === 0 && second === count - 1);
      return second > first && !neighbours && meet(edge, other);
    });
  });
}
