import type { ReactNode } from "react";
import { haptic } from "../telegram";

type Props = {
  onPress: () => void;
  children: ReactNode;
  look?: "plain" | "primary" | "danger";
  busy?: boolean;
  disabled?: boolean;
  wide?: boolean;
};

/** Taps once: while it is busy another tap does nothing. */
export function Button({ onPress, children, look = "plain", busy = false, disabled = false, wide = false }: Props) {
  const press = () => {
    if (busy) return;
    haptic("tap");
    onPress();
  };
  const classes = ["button", look, wide && "wide"].filter(Boolean).join(" ");
  return (
    <button type="button" className={classes} onClick={press} disabled={disabled} aria-busy={busy}>
      {children}
    </button>
  );
}
