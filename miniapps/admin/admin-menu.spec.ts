import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OrderSummary } from "#shared/contracts/order";
import type { QuoteView } from "#shared/contracts/quote";
import { type BrowserWorld, createBrowserWorld, type OpenedApp } from "#sim/testing/browser-world";
import { placed, plainItem, wish } from "#sim/testing/place";

const DESK = { width: 1280, height: 900 };

let world: BrowserWorld;
const orders: OrderSummary[] = [];
beforeAll(async () => {
  world = await createBrowserWorld();
  await world.owner`update accounts set language = 'en' where id = ${world.seeded.accounts.manager!}`;
  for (const name of ["Malika <b>Yusupova</b>", "Жасур Алиев", "Oʻgʻiloy"]) orders.push(await placed(world, { name }));
  await world.as("kitchen").post(`/orders/${orders[1]!.id}/reject`, { reason: "too_busy" });
}, 120_000);
afterAll(() => world?.close());

const open = (path: string, opening = {}): Promise<OpenedApp> =>
  world.openApp("manager", "admin", { path, languageCode: "en", size: DESK, ...opening });

/** Telegram's own window asks before something that cannot be undone. */
const sayYes = (page: Page, text: string) => page.getByRole("button", { name: text }).click();

const seesHeading = (app: Frame, name: string | RegExp) => app.getByRole("heading", { name }).first().waitFor();

describe("the manager's menu", () => {
  it("changes a price, and the customer's next quote is of the new one", async () => {
    const { id, priceMinor } = await plainItem(world, world.seeded.branches.plov!);
    const wanted = await wish(world, { lines: [{ itemId: id, quantity: 1 }] });
    const quoted = async () => ((await world.as("customer").post("/quotes", wanted)).body as QuoteView).subtotalMinor;
    expect(await quoted()).toBe(priceMinor);
    const { brand_id: brandId } = (await world.owner`select brand_id from items where id = ${id}`)[0]!;
    const { app, check, close } = await open(`menu/${brandId}/items/${id}`);
    const price = app.getByLabel(/^Price/);
    await price.fill("98 765,50");
    await check();
    await app.getByRole("button", { name: "Save", exact: true }).first().click();
    await expect.poll(quoted).toBe(9_876_550);
    await close();
  }, 60_000);

  it("shows what a file would change and what is wrong with it, and imports the rest", async () => {
    const [item] = await world.owner`
      select i.id, i.brand_id, c.name->>'en' as category from items i join categories c on c.id = i.category_id
      join branches b on b.brand_id = i.brand_id where b.id = ${world.seeded.branches.burger!} limit 1`;
    const file = [
      "id;category;name_en;price",
      `${item!.id};${item!.category};Imported burger;"55 000,00"`,
      `;${item!.category};<img src=x onerror=alert(1)>;10000`,
      `;${item!.category};Nameless price;cheap`,
    ].join("\r\n");
    const { app, page, check, close } = await open(`menu/${item!.brand_id}/import`);
    await app
      .locator("input[type=file]")
      .setInputFiles({ name: "menu.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
    await app.getByText("New: 1 · changed: 1").waitFor();
    await app.getByText("This is no price").waitFor();
    await check();
    await app.getByRole("button", { name: "Import 2 lines" }).click();
    await sayYes(page, "Import");
    await app.getByText("Done. New: 1, changed: 1.").waitFor();
    const [row] = await world.owner`select price_minor from items where id = ${item!.id}`;
    expect(Number(row!.price_minor)).toBe(5_500_000);
    await close();
  }, 60_000);
});

describe("the manager's orders", () => {
  it("are found by name and state, with the filter in the address, and saved as a file", async () => {
    const { app, page, check, close } = await open("orders");
    await app.getByRole("link", { name: orders[0]!.code }).waitFor();
    expect(await app.getByText("Malika <b>Yusupova</b>").count()).toBe(1);
    await app.getByLabel("Code, phone or name").fill("жас");
    await app.getByRole("link", { name: orders[0]!.code }).waitFor({ state: "detached" });
    await app.getByRole("link", { name: orders[1]!.code }).waitFor();
    expect(new URL(app.url()).searchParams.get("q")).toBe("жас");
    await check();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      app.getByRole("button", { name: "CSV" }).click(),
    ]);
    const path = join(tmpdir(), `peyk-orders-${orders[1]!.code}.csv`);
    await download.saveAs(path);
    const text = await readFile(path, "utf8");
    expect(text).toContain(orders[1]!.code);
    expect(text).not.toContain(orders[0]!.code);
    await app.getByRole("link", { name: orders[1]!.code }).click();
    await seesHeading(app, `Order ${orders[1]!.code}`);
    const [receipt] = await Promise.all([
      page.waitForEvent("download"),
      app.getByRole("button", { name: "Receipt" }).click(),
    ]);
    expect(receipt.suggestedFilename()).toBe(`receipt-${orders[1]!.code}.pdf`);
    await check();
    await close();
  }, 60_000);
});

describe("the manager's reports", () => {
  it("show the day that is", async () => {
    const { app, check, close } = await open("reports");
    await app.getByRole("button", { name: "Today" }).click();
    await app.getByRole("button", { name: /^Orders 3/ }).waitFor();
    await check();
    await close();
  }, 60_000);
});

const SCREENS: readonly { name: string; path: (brandId: string, itemId: string) => string; shows: string | RegExp }[] =
  [
    { name: "menu", path: () => "menu", shows: "Menu" },
    { name: "item", path: (brandId, itemId) => `menu/${brandId}/items/${itemId}`, shows: /./ },
    { name: "new-item", path: (brandId) => `menu/${brandId}/new`, shows: "New item" },
    { name: "categories", path: (brandId) => `menu/${brandId}/categories`, shows: "Categories" },
    { name: "import", path: (brandId) => `menu/${brandId}/import`, shows: "Import a menu" },
    { name: "orders", path: () => "orders", shows: "Orders" },
    { name: "order", path: () => `orders/${orders[1]!.id}`, shows: /Order/ },
    { name: "couriers", path: () => "couriers", shows: "Couriers" },
    { name: "reports", path: () => "reports", shows: "Reports" },
  ];

const PHONE = { width: 360, height: 740 };
/** Both sizes in both themes for the pictures; each once for what axe looks at. */
const LOOKS = [
  { theme: "light", size: PHONE, as: "phone" },
  { theme: "dark", size: DESK, as: "desk" },
  ...(process.env.PICTURES
    ? [{ theme: "dark", size: PHONE, as: "phone" } as const, { theme: "light", size: DESK, as: "desk" } as const]
    : []),
] as const;

describe("every screen of it", () => {
  it.each(SCREENS)(
    "reads well for everybody, on a phone and at a desk: $name",
    async ({ name, path, shows }) => {
      const { id } = await plainItem(world, world.seeded.branches.plov!, 1);
      const [item] = await world.owner`select brand_id from items where id = ${id}`;
      for (const { theme, size, as } of LOOKS) {
        const opened = await open(path(item!.brand_id, id), { theme, size });
        await seesHeading(opened.app, shows);
        await opened.app.locator(".skeleton").first().waitFor({ state: "detached" });
        await opened.picture(`${name}-${as}`);
        await opened.check();
        await opened.close();
      }
    },
    90_000,
  );
});
