import type { ReactNode } from "react";

/** A table that scrolls sideways where it must, by the keyboard as well. */
export const TableBox = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
  <section className="table-box" aria-label={label} tabIndex={0}>
    {children}
  </section>
);
