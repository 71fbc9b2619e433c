/**
 * Telegram opens mini-apps over HTTPS; its test environment also takes plain HTTP. Here plain HTTP is for this machine
 * only, so that a wrong public address is found before it is live.
 */
export function isWebAppUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || (protocol === "http:" && isThisMachine(hostname));
}

export const isThisMachine = (hostname: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
