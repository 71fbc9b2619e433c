import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BrowserWorld, createBrowserWorld } from "#sim/testing/browser-world";
import { COUNTER, confirmed } from "#sim/testing/courier-at-work";

let world: BrowserWorld;
beforeAll(async () => {
  world = await createBrowserWorld();
});
afterAll(() => world.close());
const AT_COUNTER = { latitude: COUNTER.lat, longitude: COUNTER.lng };

describe("look", () => {
  it("all", async () => {
    const { app, picture, page } = await world.openApp("courier1", "courier", { at: AT_COUNTER, languageCode: "en" });
    page.on("console", (m) => console.log(m.text()));
    page.on("requestfailed", (r) => console.log("FAILED", r.method(), r.url(), r.failure()?.errorText));
    page.on("response", (r) => {
      if (r.status() >= 400) console.log(r.status(), r.url());
    });
    page.on("pageerror", (m) => console.log(m));
    console.log(await picture("work-offline"));
    console.log(await app.locator("body").innerText());
    const shot = async (name: string) => {
      await new Promise((r) => setTimeout(r, 500));
      console.log(await picture(name));
    };
    const press = (name: string | RegExp) => app.getByRole("button", { name }).first().click({ timeout: 5000 });
    await press(/Start shift|Smenani boshlash/);
    await shot("permissions");
    await press(/Allow and start|Ruxsat/);
    await shot("work-online");
    await confirmed(world);
    await app.locator(".offer-page").waitFor({ timeout: 20000 });
    await shot("offer");
    await press(/Decline|Rad/);
    await shot("decline");
    await press(/^(Back|Orqaga)$/);
    await press(/Accept|Qabul/);
    await app
      .locator(".stop-card")
      .waitFor({ timeout: 8000 })
      .catch(async () => {
        await shot("broken");
        console.log(await app.locator("body").innerText());
        throw new Error("no trip");
      });
    await shot("trip-pickup");
    await press(/at the kitchen|Oshxonadaman/);
    await shot("trip-bag");
    for (const box of await app.getByRole("checkbox").all()) await box.check({ force: true });
    await press(/Picked up|Olib ketdim/);
    await shot("trip-door");
    await press(/at the door|Eshik oldidaman/);
    await press(/Hand over|Topshirish/);
    await shot("hand-over");
    await press(/Photo instead|Rasm bilan/);
    await shot("photo");
    expect(true).toBe(true);
  }, 120_000);
});
