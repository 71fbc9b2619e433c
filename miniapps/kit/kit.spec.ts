import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BrowserWorld, createBrowserWorld } from "#sim/testing/browser-world";

let world: BrowserWorld;
beforeAll(async () => {
  world = await createBrowserWorld();
});
afterAll(() => world.close());

describe("a mini-app", () => {
  it("signs in with what Telegram says about who opened it", async () => {
    const { app, picture } = await world.openApp("dispatcher", "dispatch");
    await app.getByRole("heading", { name: "Dispetcherlik" }).waitFor();
    console.log(await picture("first"));
    expect(true).toBe(true);
  });
});
