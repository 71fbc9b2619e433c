import { describe, expect, it } from "vitest";
import { provideFrameStorage } from "./frame-storage";

/** A frame whose browser refuses at the mere mention, as `Window` does: by a property of its kind, not its own. */
function refusingFrame(): Pick<Window, "sessionStorage"> {
  return Object.create({
    get sessionStorage(): Storage {
      throw new DOMException("Access is denied for this document.", "SecurityError");
    },
  });
}

const kept = new Map([["of", "the browser"]]);
const ownStorage = { getItem: (key: string) => kept.get(key) ?? null } as Storage;

describe("a mini-app's frame", () => {
  it("remembers for as long as the page lives where the browser lets it keep nothing", () => {
    const frame = refusingFrame();
    expect(() => frame.sessionStorage).toThrow("denied");
    provideFrameStorage(frame);
    const { sessionStorage } = frame;
    sessionStorage.setItem("bot", "1");
    sessionStorage.setItem("bot", "2");
    expect([sessionStorage.getItem("bot"), sessionStorage.getItem("nothing")]).toEqual(["2", null]);
    expect([sessionStorage.length, sessionStorage.key(0), sessionStorage.key(1)]).toEqual([1, "bot", null]);
    sessionStorage.removeItem("bot");
    sessionStorage.setItem("theme", "dark");
    sessionStorage.clear();
    expect(sessionStorage.length).toBe(0);
  });

  it("gets the same memory when it asks again, and another frame gets another", () => {
    const [one, other] = [refusingFrame(), refusingFrame()];
    for (const frame of [one, one, other]) provideFrameStorage(frame);
    one.sessionStorage.setItem("bot", "1");
    provideFrameStorage(one);
    expect([one.sessionStorage.getItem("bot"), other.sessionStorage.getItem("bot")]).toEqual(["1", null]);
  });

  it("keeps the browser's own storage where it may", () => {
    const frame = { sessionStorage: ownStorage };
    provideFrameStorage(frame);
    expect(frame.sessionStorage).toBe(ownStorage);
  });
});
