import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DownloadLink } from "#shared/contracts/download";
import type { OrderSummary } from "#shared/contracts/order";
import type { OrderTablePage } from "#shared/contracts/order-table";
import { placed } from "#sim/testing/place";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
afterAll(() => world.close());
const [manager, kitchen] = [world.as("manager"), world.as("kitchen")];
const see = async (query = "") => (await manager.get(`/orders/table?${query}`)).body as OrderTablePage;
const ids = ({ orders }: OrderTablePage) => orders.map(({ id }) => id);
const fetched = async (wanted: unknown) => {
  const { url } = (await manager.post("/downloads", wanted)).body as DownloadLink;
  return world.app.handle(new Request(`http://localhost${url}`));
};

const made: OrderSummary[] = [];
beforeAll(async () => {
  const names = ["Malika Yusupova", "=cmd|' /C calc'!A0", "Жасур Алиев", "Oʻgʻiloy", "Malika Ozod"];
  for (const [index, name] of names.entries()) {
    world.clock.advance(60_000);
    made.push(await placed(world, { name, phone: `+99800000010${index}` }));
  }
  await kitchen.post(`/orders/${made[1]!.id}/reject`, { reason: "too_busy" });
});

describe("the list of all orders", () => {
  it("shows who ordered what when, newest first", async () => {
    const page = await see();
    expect(ids(page)).toEqual(made.map(({ id }) => id).reverse());
    expect(page.count).toBe(5);
    expect(page.orders[0]).toMatchObject({
      code: made[4]!.code,
      customerName: "Malika Ozod",
      timezone: "Asia/Tashkent",
      totalMinor: made[4]!.totalMinor,
      placedAt: made[4]!.placedAt,
    });
  });

  it.each([
    "sort=placed&direction=desc",
    "sort=placed&direction=asc",
    "sort=total&direction=desc",
    "sort=total&direction=asc",
  ])("is walked page by page without losing or repeating one: %s", async (order) => {
    const whole = ids(await see(order));
    const walked: string[] = [];
    let after: string | null = null;
    do {
      const page: OrderTablePage = await see(`${order}&limit=2${after ? `&after=${after}` : ""}`);
      walked.push(...ids(page));
      after = page.next;
    } while (after);
    expect(walked).toEqual(whole);
  });

  it.each([
    ["code", () => made[2]!.code.toLowerCase(), [2]],
    ["the end of the phone", () => "0103", [3]],
    ["the beginning of a name", () => "mali", [4, 0]],
    ["the beginnings of two", () => "yus mal", [0]],
    ["a name in another script", () => "Алиев", [2]],
    ["nothing that anybody is called", () => "'; drop table", []],
    ["no letters at all", () => "!!!", []],
  ])("is searched by %s", async (_what, q, found) => {
    expect(ids(await see(`q=${encodeURIComponent(q())}`))).toEqual(found.map((index) => made[index]!.id));
  });

  it("is narrowed by state, branch, payment and days of the branch's calendar", async () => {
    expect(ids(await see("status=rejected"))).toEqual([made[1]!.id]);
    expect(ids(await see(`branchId=${world.seeded.branches.burger}`))).toEqual([]);
    expect(ids(await see("payment=invoice"))).toEqual([]);
    expect(ids(await see("from=2026-03-02&to=2026-03-02")).length).toBe(5);
    expect(ids(await see("from=2026-03-03"))).toEqual([]);
    expect(ids(await see("to=2026-03-01"))).toEqual([]);
  });

  it("is the management's, and refuses made-up places", async () => {
    expect((await kitchen.get("/orders/table")).status).toBe(403);
    expect((await manager.get("/orders/table?after=abc")).body).toMatchObject({ code: "request.invalid" });
  });
});

describe("orders as a file", () => {
  const query = { sort: "placed", direction: "asc" };

  it("are what the filter lets through, with names that no spreadsheet runs", async () => {
    const response = await fetched({ kind: "orders", format: "csv", query });
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="orders.csv"');
    const lines = (await response.text()).trim().split("\r\n");
    expect(lines.length).toBe(6);
    expect(lines[1]).toContain(`${made[0]!.code};2026-03-02 12:01;`);
    expect(lines[2]).toContain("'=cmd|");
    const one = await fetched({ kind: "orders", format: "csv", query: { ...query, status: "rejected" } });
    expect((await one.text()).trim().split("\r\n").length).toBe(2);
  });

  it("open in Excel, with amounts as numbers and names as text", async () => {
    const response = await fetched({ kind: "orders", format: "xlsx", query });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(await response.arrayBuffer());
    const sheet = workbook.worksheets[0]!;
    expect(sheet.rowCount).toBe(6);
    expect(sheet.getRow(3).getCell(7).value).toBe("=cmd|' /C calc'!A0");
    expect(sheet.getRow(2).getCell(14).value).toBe(made[0]!.totalMinor / 100);
  });

  it("need a link of one's own, which others cannot ask for", async () => {
    expect((await kitchen.post("/downloads", { kind: "orders", format: "csv", query })).status).toBe(403);
    expect((await world.caller().get(`/downloads/${"a".repeat(43)}`)).body).toMatchObject({
      code: "download.not_found",
    });
  });
});

describe("a receipt", () => {
  it("is a page of PDF for staff of the branch", async () => {
    const response = await fetched({ kind: "receipt", orderId: made[3]!.id });
    expect(response.headers.get("content-type")).toBe("application/pdf");
    const text = new TextDecoder("latin1").decode(await response.arrayBuffer());
    expect(text.startsWith("%PDF-")).toBe(true);
    expect(text.match(/\/Type \/Page\b/g)?.length).toBe(1);
    expect((await fetched({ kind: "receipt", orderId: world.deps.newId() })).status).toBe(404);
  });
});
