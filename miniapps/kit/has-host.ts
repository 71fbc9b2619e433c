/** Web clients show us in a frame, the others put a proxy into the page; an address that was copied out has neither. */
export const hasHost = (): boolean => window.parent !== window || "TelegramWebviewProxy" in window;
