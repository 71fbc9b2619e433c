/**
 * A browser that lets foreign frames keep nothing (a private window, say) throws at the mere mention of
 * `sessionStorage`, and Telegram's SDK then takes us for a page outside of Telegram. Such a frame gets a memory that
 * lasts as long as the page. To be called before the SDK is asked anything.
 */
export function provideFrameStorage(page: Pick<Window, "sessionStorage"> = window): void {
  try {
    page.sessionStorage.getItem("");
  } catch {
    Object.defineProperty(page, "sessionStorage", { value: memoryStorage(), configurable: true });
  }
}

function memoryStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, String(value)),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  };
}
