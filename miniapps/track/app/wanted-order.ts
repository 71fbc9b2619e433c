const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The order that the button or the link which opened us names. Anybody may write such a link: it is a pointer, no right. */
export function wantedOrder(search: string, startParam: string | null): string | null {
  const named = new URLSearchParams(search).get("order") ?? startParam;
  return named && ID.test(named) ? named : null;
}
