import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Id } from "#shared/kernel/ids";
import { notificationLedger } from "#sim/testing/notification-ledger";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
afterAll(() => world.close());

const { claim, clear, sent, summary, tell, manager } = notificationLedger(world);
beforeEach(clear);

describe("the inbox", () => {
  it("shows a person what was said to them, until it is read", async () => {
    await tell(summary());
    await tell(summary(), 1, manager);
    const before = (await world.as("dispatcher").get("/inbox?unread=true")).body as { items: { id: Id }[] };
    expect(before).toMatchObject({ unread: 1 });
    const ids = [before.items[0]!.id];
    expect((await world.as("manager").post("/inbox/read", { ids })).body).toEqual({ marked: 0 });
    expect((await world.as("dispatcher").post("/inbox/read", { ids })).body).toEqual({ marked: 1 });
    expect((await world.as("dispatcher").get("/inbox?unread=true")).body).toMatchObject({ unread: 0, items: [] });
  });

  it("refuses a moment that no calendar has, and a page that is no number", async () => {
    for (const query of ["before=0000-01-01T00:00:00Z", "before=yesterday", "limit=NaN", "limit=0", "limit=1e9"])
      expect(await world.as("dispatcher").get(`/inbox?${query}`)).toMatchObject({
        status: 422,
        body: { code: "request.invalid" },
      });
  });

  it("takes a 'seen' for one's own messages only", async () => {
    await tell(summary());
    const [one] = await claim();
    await sent(one!);
    expect(await world.as("manager").post(`/inbox/${one!.id}/acknowledge`)).toMatchObject({ status: 404 });
    expect(await world.as("dispatcher").post(`/inbox/${one!.id}/acknowledge`)).toMatchObject({
      body: { state: "acknowledged" },
    });
  });
});
