import { createContext, type ReactNode, useContext } from "react";
import { createPortal } from "react-dom";

/** The glass of the phone around a component. */
export const ScreenContext = createContext<HTMLElement | null>(null);

/** Lay something over the whole screen of this phone, wherever it was asked for. */
export function OnScreen({ children }: { children: ReactNode }) {
  const screen = useContext(ScreenContext);
  return screen && createPortal(children, screen);
}
