import { afterAll, describe, expect, it } from "vitest";
import type { BranchView } from "#shared/contracts/branch";
import type { BrandMenuView, ItemsPage } from "#shared/contracts/brand-menu";
import type { ImportPreview } from "#shared/contracts/menu-csv";
import { createWorld } from "#sim/testing/world";

const world = await createWorld();
afterAll(() => world.close());
const manager = world.as("manager");
const branchId = world.seeded.branches.burger!;
const brandId = ((await manager.get(`/branches/${branchId}`)).body as BranchView).brandId;
const seen = async () => ((await manager.get(`/brands/${brandId}/items?limit=200`)).body as ItemsPage).items;

const service = { authorization: `Bearer ${world.deps.config.SERVICE_TOKEN}`, "x-bot-id": world.seeded.bots.staff! };
const send = async (path: string, file: string | Uint8Array) => {
  const response = await world.app.handle(
    new Request(`http://localhost/brands/${brandId}/menu-file${path}`, {
      method: "POST",
      headers: { ...service, "x-telegram-id": "9000002", "content-type": "text/csv" },
      body: typeof file === "string" ? file : file.slice().buffer,
    }),
  );
  return { status: response.status, body: await response.json() };
};
const preview = async (file: string | Uint8Array) => (await send("/preview", file)).body as ImportPreview;
const confirm = (file: string | Uint8Array, { fingerprint }: ImportPreview) =>
  send(`?fingerprint=${encodeURIComponent(fingerprint)}`, file);

const download = async () => {
  const link = await manager.post("/downloads", { kind: "menu", brandId });
  const file = await world.app.handle(new Request(`http://localhost${(link.body as { url: string }).url}`));
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await file.arrayBuffer());
};

/** Windows-1251, where the letters А … я lie in one row. */
const inOldCyrillic = (text: string) =>
  Uint8Array.from([...text], (char) => {
    const code = char.charCodeAt(0);
    return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
  });

describe("a menu file", () => {
  it("is previewed line by line, saves nothing yet, and then exactly what was shown", async () => {
    const [item] = await seen();
    const file = [
      "id;category;name_en;name_ru;price;note",
      `${item!.id};Burgers;Renamed burger;Бургер;"45 000,50";x`,
      ";Drinks of the house;House cooler;;12.500;",
      ";Drinks of the house;Compote;;twelve;",
      "00000000-0000-7000-8000-000000000000;Burgers;Ghost;;1;",
      ";Burgers;;;1;",
      ";Burgers;Short",
    ].join("\r\n");
    const before = await seen();
    const shown = await preview(file);
    expect(shown).toMatchObject({
      encoding: "utf-8",
      separator: ";",
      lines: 6,
      added: 1,
      changed: 1,
      wrong: 4,
      newCategories: expect.arrayContaining(["Drinks of the house"]),
      errors: [
        { line: 4, column: "price", problem: "price_unreadable", found: "twelve" },
        { line: 5, column: "id", problem: "id_unknown" },
        { line: 6, column: "name_en", problem: "name_missing" },
        { line: 7, column: null, problem: "cell_count" },
      ],
    });
    expect(shown.changes[0]).toMatchObject({
      line: 2,
      before: { priceMinor: item!.priceMinor },
      after: { priceMinor: 4_500_050 },
    });
    expect(await seen()).toEqual(before);
    expect(await confirm(file, shown)).toMatchObject({ status: 200, body: { added: 1, changed: 1 } });
    const after = await seen();
    expect(after.find(({ id }) => id === item!.id)).toMatchObject({
      priceMinor: 4_500_050,
      name: { en: "Renamed burger" },
    });
    expect(after.find(({ name }) => name.en === "House cooler")?.priceMinor).toBe(1_250_000);
    const { categories } = (await manager.get(`/brands/${brandId}/menu`)).body as BrandMenuView;
    expect(categories.find(({ name }) => name.en === "Drinks of the house")?.items).toBe(1);
  });

  it("is not saved when the menu has changed since the preview", async () => {
    const [item] = await seen();
    const file = `id,category,name_en,price\n${item!.id},Burgers,New name,100`;
    const shown = await preview(file);
    const change = { kind: "price_amount", amountMinor: 100 };
    await manager.post(`/brands/${brandId}/items/bulk`, { itemIds: [item!.id], change });
    expect(await confirm(file, shown)).toMatchObject({ status: 409, body: { code: "import.plan_changed" } });
  });

  it("comes back as it went out, and changes nothing", async () => {
    const file = await download();
    expect(file.startsWith("\uFEFFid;category;name_en")).toBe(true);
    const shown = await preview(file);
    expect(shown).toMatchObject({ added: 0, changed: 0, wrong: 0, unchanged: (await seen()).length });
  });

  it("goes out with formulas defused and comes back with their text", async () => {
    const file = 'category,name_en,price\nBurgers,"=HYPERLINK(""http://x"")",10';
    expect(await confirm(file, await preview(file))).toMatchObject({ body: { added: 1 } });
    const out = await download();
    expect(out).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(await preview(out)).toMatchObject({ changed: 0, added: 0, wrong: 0 });
  });

  it("is read in the encodings that spreadsheets write, and refused in others", async () => {
    const file = "category,name_en,name_ru,price\nBurgers,Test,Бургер острый,10";
    expect(await preview(inOldCyrillic(file))).toMatchObject({
      encoding: "windows-1251",
      changes: [{ name: { ru: "Бургер острый" } }],
    });
    const utf16 = Uint8Array.from([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from([...file], (c) => c.charCodeAt(0)).buffer),
    ]);
    expect(await preview(utf16)).toMatchObject({ encoding: "utf-16le", added: 1 });
    expect(await preview(`\uFEFF${file}`)).toMatchObject({ encoding: "utf-8", added: 1 });
    const noise = Uint8Array.from([...new TextEncoder().encode("category,name_en,price\nB,"), 0x81, 0x02, 0xff, 0xfe]);
    expect(await send("/preview", noise)).toMatchObject({ status: 422, body: { code: "import.encoding_unknown" } });
  });

  it.each([
    ["", "import.empty"],
    ["category,name_en,price\n", "import.empty"],
    ["name;cost\nA;1", "import.columns_missing"],
    ['category,name_en,price\nA,"B,1\nC,D,2', "import.quote_open"],
  ])("without sense is refused with a sentence: %j", async (file, code) => {
    expect((await send("/preview", file)).body).toMatchObject({ code });
  });

  it("of a hundred thousand lines is taken, and one line more is not", async () => {
    const lines = (count: number) =>
      `category,name_en,price\n${Array.from({ length: count }, (_, index) => `Mass,Dish ${index},${index}`).join("\n")}`;
    expect(await send("/preview", lines(100_001))).toMatchObject({ status: 413, body: { code: "import.too_long" } });
    const file = lines(100_000);
    const shown = await preview(file);
    expect(shown).toMatchObject({ added: 100_000, wrong: 0 });
    expect(shown.changes.length).toBe(200);
    expect(await confirm(file, shown)).toMatchObject({ status: 200, body: { added: 100_000 } });
  }, 60_000);
});
