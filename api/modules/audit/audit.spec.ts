import { afterAll, describe, expect, it } from "vitest";
import type { AuditList } from "#shared/contracts/audit";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
afterAll(() => world.close());

describe("the audit log", () => {
  it("tells the management who changed what, newest first, page by page", async () => {
    for (const role of ["kitchen", "dispatcher"]) {
      await world.as("owner").post("/members/invitations", { role });
      world.clock.advance(1_000);
    }
    const page = async (query: string) => (await world.as("manager").get(`/audit?${query}`)).body as AuditList;
    const { entries } = await page("limit=1");
    expect(entries).toMatchObject([
      { action: "member.invite", doneBy: "owner", firstName: "Nodira", after: { role: "dispatcher" } },
    ]);
    expect(await page(`before=${entries[0]!.at}`)).toMatchObject({ entries: [{ after: { role: "kitchen" } }] });
    expect(await page(`subjectId=${world.deps.newId()}`)).toEqual({ entries: [] });
  });

  it("is nobody else's to read, and nobody's to change", async () => {
    expect(await world.as("dispatcher").get("/audit")).toMatchObject({ status: 403 });
    const change = world.deps.sql`update audit_log set action = 'nothing'`;
    await expect(change).rejects.toMatchObject({ code: "42501" });
  });
});
