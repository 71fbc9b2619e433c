/** Scroll to a message of the same phone and light it up for a moment. */
export function showMessage(from: Element, messageId: number): void {
  const bubble = from.closest(".screen")?.querySelector(`[data-message="${messageId}"]`);
  bubble?.scrollIntoView({ block: "center", behavior: "smooth" });
  bubble?.animate([{ background: "var(--accent-soft)" }, { background: "transparent" }], { duration: 1_600 });
}
