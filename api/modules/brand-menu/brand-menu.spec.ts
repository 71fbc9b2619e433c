import { afterAll, describe, expect, it } from "vitest";
import type { AuditList } from "#shared/contracts/audit";
import type { BranchView } from "#shared/contracts/branch";
import type { BrandMenuView, ItemDraft, ItemsPage, ItemView } from "#shared/contracts/brand-menu";
import type { MenuView } from "#shared/contracts/menu";
import type { QuoteView } from "#shared/contracts/quote";
import { plainItem, wish } from "#sim/testing/place";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
afterAll(() => world.close());
const [customer, kitchen, manager] = [world.as("customer"), world.as("kitchen"), world.as("manager")];
const branchId = world.seeded.branches.plov!;
const brandId = ((await manager.get(`/branches/${branchId}`)).body as BranchView).brandId;
const menu = async () => (await manager.get(`/brands/${brandId}/menu`)).body as BrandMenuView;
const page = async (query = "") => (await manager.get(`/brands/${brandId}/items?${query}`)).body as ItemsPage;
const item = async (id: string) => (await manager.get(`/items/${id}`)).body as ItemView;
const lastChange = async (subjectId: string) =>
  ((await manager.get(`/audit?subjectId=${subjectId}&limit=1`)).body as AuditList).entries[0];
const draftOf = ({ id: _, brandId: _brand, at: _at, ...draft }: ItemView) => draft;
const onMenu = async (id: string) =>
  ((await customer.get(`/branches/${branchId}/menu`)).body as MenuView).categories
    .flatMap(({ items }) => items)
    .find((found) => found.id === id);

describe("an item", () => {
  it("costs the customer its new price from the next quote on, and the log says from what to what", async () => {
    const { id, priceMinor } = await plainItem(world, branchId);
    const wanted = await wish(world, { lines: [{ itemId: id, quantity: 1 }] });
    const subtotal = async () => ((await customer.post("/quotes", wanted)).body as QuoteView).subtotalMinor;
    expect(await subtotal()).toBe(priceMinor);
    await onMenu(id);
    world.clock.advance(1_000);
    const change = { ...draftOf(await item(id)), priceMinor: priceMinor + 500_000 };
    expect(await manager.put(`/items/${id}`, change)).toMatchObject({
      status: 200,
      body: { priceMinor: change.priceMinor },
    });
    expect(await subtotal()).toBe(priceMinor + 500_000);
    expect((await onMenu(id))?.priceMinor).toBe(priceMinor + 500_000);
    expect(await lastChange(id)).toMatchObject({
      action: "item.edit",
      before: { priceMinor },
      after: { priceMinor: priceMinor + 500_000 },
    });
  });

  it("is saved by one of two editors at once; the other is told", async () => {
    const { id } = await plainItem(world, branchId, 1);
    const read = draftOf(await item(id));
    const replies = await Promise.all([
      manager.put(`/items/${id}`, { ...read, name: { en: "First" } }),
      manager.put(`/items/${id}`, { ...read, name: { en: "Second" } }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)?.body).toMatchObject({ code: "request.outdated" });
  });

  it("gets, keeps and loses choices", async () => {
    const [category] = (await menu()).categories;
    const draft: ItemDraft = {
      categoryId: category!.id,
      name: { en: "Tea <script>alert(1)</script>", ru: "Чай", uz: "Choy" },
      description: null,
      priceMinor: 500_000,
      photoMediaId: null,
      modifierGroups: [
        {
          id: null,
          name: { en: "Kind" },
          minChoices: 1,
          maxChoices: 1,
          modifiers: [
            { id: null, name: { en: "Green" }, priceDeltaMinor: 0, available: true },
            { id: null, name: { en: "Lemon" }, priceDeltaMinor: 200_000, available: true },
          ],
        },
      ],
    };
    const made = (await manager.post("/items", draft)).body as ItemView;
    const [group] = made.modifierGroups;
    const [green] = group!.modifiers;
    const kept = { ...group!, modifiers: [{ ...green!, name: { en: "Green, strong" } }] };
    const saved = await manager.put(`/items/${made.id}`, { ...draftOf(made), modifierGroups: [kept] });
    expect(saved.body).toMatchObject({
      modifierGroups: [{ id: group!.id, modifiers: [{ id: green!.id, name: { en: "Green, strong" } }] }],
    });
    expect(await onMenu(made.id)).toMatchObject({
      name: draft.name,
      modifierGroups: [{ modifiers: [{ id: green!.id }] }],
    });
    const other = await plainItem(world, branchId, 2);
    const stolen = { ...draftOf(await item(other.id)), modifierGroups: [kept] };
    expect(await manager.put(`/items/${other.id}`, stolen)).toMatchObject({
      status: 404,
      body: { code: "modifier.not_found" },
    });
  });

  it("leaves the menu, and a customer cannot order it any more", async () => {
    const { id } = await plainItem(world, branchId, 3);
    expect((await manager.delete(`/items/${id}`)).status).toBe(200);
    expect(await onMenu(id)).toBeUndefined();
    expect((await manager.get(`/items/${id}`)).status).toBe(404);
    expect(await lastChange(id)).toMatchObject({ action: "item.archive" });
  });

  it("is edited by the management alone, and a photo must be one", async () => {
    const { id } = await plainItem(world, branchId);
    const change = draftOf(await item(id));
    expect((await kitchen.put(`/items/${id}`, change)).status).toBe(403);
    expect((await customer.get(`/brands/${brandId}/menu`)).status).toBe(403);
    expect((await manager.get(`/brands/${world.deps.newId()}/menu`)).body).toMatchObject({ code: "brand.not_found" });
    const photo = { ...change, photoMediaId: world.deps.newId() };
    expect((await manager.put(`/items/${id}`, photo)).body).toMatchObject({ code: "media.not_found" });
  });
});

describe("categories", () => {
  it("are added, renamed, put in order, and taken away once empty", async () => {
    const { categories } = (await manager.post(`/brands/${brandId}/categories`, { name: { en: "Desserts" } }))
      .body as BrandMenuView;
    const added = categories.at(-1)!;
    expect(added).toMatchObject({ name: { en: "Desserts" }, items: 0 });
    const ordered = await manager.put(`/brands/${brandId}/categories`, { categoryIds: [added.id] });
    expect((ordered.body as BrandMenuView).categories[0]).toMatchObject({ id: added.id });
    await manager.patch(`/categories/${added.id}`, { name: { en: "Sweets", uz: "Shirinliklar" } });
    expect((await menu()).categories[0]).toMatchObject({ name: { en: "Sweets", uz: "Shirinliklar" } });
    const full = (await menu()).categories[1]!;
    expect((await manager.delete(`/categories/${full.id}`)).body).toMatchObject({ code: "category.not_empty" });
    await manager.delete(`/categories/${added.id}`);
    expect((await menu()).categories.map(({ id }) => id)).not.toContain(added.id);
  });
});

describe("many items at once", () => {
  it("get dearer by a percentage, rounded as the manager says", async () => {
    const { items } = await page("limit=3");
    const ids = items.map(({ id }) => id);
    const change = { kind: "price_percent", percent: 7.5, roundToMinor: 50_000 };
    const reply = await manager.post(`/brands/${brandId}/items/bulk`, { itemIds: ids, change });
    expect(reply.body).toEqual({ changed: 3 });
    for (const { id, priceMinor } of items) {
      const now = (await item(id)).priceMinor;
      expect(now % 50_000).toBe(0);
      expect(Math.abs(now - priceMinor * 1.075)).toBeLessThanOrEqual(25_000);
      expect(await lastChange(id)).toMatchObject({ before: { priceMinor }, after: { priceMinor: now } });
    }
  });

  it("keep their prices when one of them would fall below nothing", async () => {
    const { items } = await page("limit=3");
    const cheapest = Math.min(...items.map(({ priceMinor }) => priceMinor));
    const change = { kind: "price_amount", amountMinor: -cheapest - 1 };
    const reply = await manager.post(`/brands/${brandId}/items/bulk`, { itemIds: items.map(({ id }) => id), change });
    expect(reply).toMatchObject({ status: 422, body: { code: "menu.price_below_zero" } });
    expect((await page("limit=3")).items.map(({ priceMinor }) => priceMinor)).toEqual(
      items.map(({ priceMinor }) => priceMinor),
    );
  });

  it("run out at a branch and are found by that", async () => {
    const { items } = await page("limit=2");
    const change = { kind: "availability", branchIds: [branchId], available: false };
    await manager.post(`/brands/${brandId}/items/bulk`, { itemIds: items.map(({ id }) => id), change });
    expect((await page("soldOut=true")).items.map(({ id }) => id)).toEqual(
      expect.arrayContaining(items.map(({ id }) => id)),
    );
    expect(await onMenu(items[0]!.id)).toMatchObject({ available: false });
    const elsewhere = { ...change, branchIds: [world.seeded.branches.burger!] };
    expect(
      (await manager.post(`/brands/${brandId}/items/bulk`, { itemIds: [items[0]!.id], change: elsewhere })).status,
    ).toBe(404);
  });
});

describe("the list of items", () => {
  it("comes page by page in the order of the menu, each once", async () => {
    const all = (await page("limit=200")).items.map(({ id }) => id);
    const walked: string[] = [];
    for (let after: string | null = ""; after !== null; ) {
      const next = await page(`limit=5${after ? `&after=${encodeURIComponent(after)}` : ""}`);
      walked.push(...next.items.map(({ id }) => id));
      after = next.next;
    }
    expect(walked).toEqual(all);
  });

  it("takes what is searched as text, not as a pattern", async () => {
    expect((await page(`q=${encodeURIComponent("%")}`)).items).toEqual([]);
    expect((await manager.get(`/brands/${brandId}/items?after=nonsense`)).status).toBe(422);
  });
});
