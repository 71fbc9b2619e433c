import { useCallback } from "react";
import { useSearchParams } from "wouter";

/** What a link to the board can say: which branch, which order, which part of the screen, which words. */
export type Place = {
  view: "board" | "kitchen";
  /** On a phone, where one part is shown at a time. */
  tab: "orders" | "map" | "couriers";
  branch: string | null;
  order: string | null;
  courier: string | null;
  q: string;
};

const TABS: readonly string[] = ["orders", "map", "couriers"] satisfies Place["tab"][];
const isTab = (text: string | null): text is Place["tab"] => text !== null && TABS.includes(text);

/** Filter and selection live in the address, so that a reload, or a link to a colleague, shows the same. */
export function usePlace(): [Place, (change: Partial<Place>, options?: { replace?: boolean }) => void] {
  const [search, setSearch] = useSearchParams();
  const tab = search.get("tab");
  const place: Place = {
    view: search.get("view") === "kitchen" ? "kitchen" : "board",
    tab: isTab(tab) ? tab : "orders",
    branch: search.get("branch"),
    order: search.get("order"),
    courier: search.get("courier"),
    q: search.get("q") ?? "",
  };
  const go = useCallback(
    (change: Partial<Place>, options?: { replace?: boolean }) =>
      setSearch((before) => withChange(before, change), options),
    [setSearch],
  );
  return [place, go];
}

function withChange(before: URLSearchParams, change: Partial<Place>): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const [name, value] of Object.entries(change)) {
    if (value) after.set(name, value);
    else after.delete(name);
  }
  return after;
}
