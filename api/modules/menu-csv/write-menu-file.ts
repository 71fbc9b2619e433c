import { brandOf } from "#api/modules/brand-menu/brand-of";
import type { Person } from "#api/platform/actor";
import { BYTE_ORDER_MARK, CSV_TYPE, csvAmount, csvLines } from "#api/platform/csv-text";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import { MENU_COLUMNS } from "#shared/contracts/menu-csv";
import type { Id } from "#shared/kernel/ids";
import type { Language } from "#shared/kernel/language";
import { writeAmount } from "#shared/money/read-amount";
import { knownMenu } from "./known-menu";

const LINES_AT_ONCE = 1_000;

/**
 * The menu of a brand as a file that the import takes back.
 * @throws Refusal `auth.not_allowed`, `brand.not_found`
 */
export async function writeMenuFile(
  deps: Deps,
  person: Person,
  { brandId, language }: { brandId: Id; language: Language },
) {
  const menu = await withActor(deps, person, async (work) => knownMenu(work, await brandOf(work, person, brandId)));
  const categories = new Map(menu.categories.map(({ id, name }) => [id, name.en]));
  const lines = menu.items.map(({ id, categoryId, name, description, priceMinor }) => [
    id,
    categories.get(categoryId) ?? "",
    name.en,
    name.ru ?? "",
    name.uz ?? "",
    description?.en ?? "",
    description?.ru ?? "",
    description?.uz ?? "",
    csvAmount(language, writeAmount(priceMinor, menu.currency)),
  ]);
  return { name: "menu.csv", contentType: CSV_TYPE, body: encoded(language, [[...MENU_COLUMNS], ...lines]) };
}

async function* encoded(language: Language, lines: readonly string[][]): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(BYTE_ORDER_MARK);
  for (let from = 0; from < lines.length; from += LINES_AT_ONCE)
    yield encoder.encode(csvLines(language, lines.slice(from, from + LINES_AT_ONCE)));
}
