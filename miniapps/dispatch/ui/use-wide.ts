import { useSyncExternalStore } from "react";

const wide = matchMedia("(min-width: 1000px)");
const subscribe = (changed: () => void) => {
  wide.addEventListener("change", changed);
  return () => wide.removeEventListener("change", changed);
};

/** Whether map, columns and drawer fit side by side. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => wide.matches);
