import type { ImportChange, ImportError, LineProblem, MenuColumn } from "#shared/contracts/menu-csv";
import type { Id } from "#shared/kernel/ids";
import type { LocalText } from "#shared/kernel/language";
import { type Currency, Price } from "#shared/kernel/money";
import type { Minor } from "#shared/kernel/units";
import { readAmount } from "#shared/money/read-amount";

/** A line of the file, counted from 1, with the cells of the columns that we know. */
export type Line = { line: number; cells: Partial<Record<MenuColumn, string>> };
export type KnownCategory = { id: Id; name: LocalText };
export type KnownItem = {
  id: Id;
  categoryId: Id;
  name: LocalText;
  description: LocalText | null;
  priceMinor: Minor;
};
export type KnownMenu = {
  currency: Currency;
  categories: readonly KnownCategory[];
  items: readonly KnownItem[];
};

/** One line as it is to be saved; a category that is not there yet goes by its name. */
export type PlannedItem = Omit<KnownItem, "id" | "categoryId"> & {
  line: number;
  id: Id | null;
  category: { id: Id } | { name: string };
};
export type ImportPlan = {
  added: PlannedItem[];
  changed: PlannedItem[];
  unchanged: number;
  newCategories: string[];
  changes: ImportChange[];
  errors: ImportError[];
};

const TEXT_MAX = 1_000;
const FOUND_MAX = 60;

class BadLine extends Error {
  readonly column: MenuColumn;
  readonly problem: LineProblem;
  constructor(column: MenuColumn, problem: LineProblem) {
    super(problem);
    this.column = column;
    this.problem = problem;
  }
}

/**
 * What a file would make of a menu. A line is the item that its id names; without an id, the item of that English name;
 * else a new one. Cells of columns that the file does not have stay as they are, and nothing is taken off the menu.
 */
export function planImport(lines: readonly Line[], menu: KnownMenu): ImportPlan {
  const plan: ImportPlan = { added: [], changed: [], unchanged: 0, newCategories: [], changes: [], errors: [] };
  const index = indexOf(menu);
  for (const line of lines) {
    try {
      keep(plan, planned(line, menu, index));
    } catch (error) {
      if (!(error instanceof BadLine)) throw error;
      const found = (line.cells[error.column] ?? "").slice(0, FOUND_MAX);
      plan.errors.push({ line: line.line, column: error.column, problem: error.problem, found });
    }
  }
  plan.newCategories = [...new Set(index.newCategories.values())];
  return plan;
}

type Index = {
  byId: Map<Id, KnownItem>;
  byName: Map<string, KnownItem>;
  categories: Map<string, Id>;
  newCategories: Map<string, string>;
  /** Ids and names that a line before has spoken of. */
  used: Set<string>;
};

const plain = (text: string): string => text.trim().toLowerCase();

const indexOf = ({ items, categories }: KnownMenu): Index => ({
  byId: new Map(items.map((item) => [item.id, item])),
  byName: new Map(items.map((item) => [plain(item.name.en), item])),
  categories: new Map(categories.flatMap(({ id, name }) => Object.values(name).map((text) => [plain(text), id]))),
  newCategories: new Map(),
  used: new Set(),
});

type Planned = { item: PlannedItem; known: KnownItem | null };

function planned({ line, cells }: Line, menu: KnownMenu, index: Index): Planned {
  const en = textOf(cells, "name_en");
  if (!en) throw new BadLine("name_en", "name_missing");
  const known = knownItem(cells, en, index);
  const name = { en, ...translations(cells, "name", known?.name) };
  const priceMinor = priceOf(cells, menu.currency);
  const description = descriptionOf(cells, known);
  return {
    known,
    item: { line, id: known?.id ?? null, name, description, priceMinor, category: categoryOf(cells, index) },
  };
}

function knownItem(cells: Line["cells"], en: string, { byId, byName, used }: Index): KnownItem | null {
  const id = cells.id || null;
  const known = id === null ? (byName.get(plain(en)) ?? null) : (byId.get(id.toLowerCase()) ?? null);
  if (id !== null && !known) throw new BadLine("id", "id_unknown");
  const mark = known?.id ?? plain(en);
  if (used.has(mark)) throw new BadLine(id === null ? "name_en" : "id", id === null ? "name_twice" : "id_twice");
  used.add(mark);
  return known;
}

function textOf(cells: Line["cells"], column: MenuColumn): string {
  const text = cells[column] ?? "";
  if (text.length > TEXT_MAX) throw new BadLine(column, "text_too_long");
  if (!text.isWellFormed() || text.includes("\uFFFD")) throw new BadLine(column, "text_broken");
  return text;
}

/** A column that is not in the file leaves what is there; an empty cell takes it away. */
function translations(cells: Line["cells"], field: "name" | "description", known: LocalText | null | undefined) {
  const pairs = (["ru", "uz"] as const).map((language) => {
    const column = `${field}_${language}` as const;
    return [language, cells[column] === undefined ? known?.[language] : textOf(cells, column)] as const;
  });
  return Object.fromEntries(pairs.filter(([, text]) => text)) as Partial<LocalText>;
}

function descriptionOf(cells: Line["cells"], known: KnownItem | null): LocalText | null {
  if (cells.description_en === undefined) return known?.description ?? null;
  const en = textOf(cells, "description_en");
  return en ? { en, ...translations(cells, "description", known?.description) } : null;
}

function priceOf(cells: Line["cells"], currency: Currency): Minor {
  if (!cells.price) throw new BadLine("price", "price_missing");
  const price = Price.safeParse(readAmount(cells.price, currency));
  if (!price.success) throw new BadLine("price", "price_unreadable");
  return price.data;
}

function categoryOf(cells: Line["cells"], { categories, newCategories }: Index): PlannedItem["category"] {
  const text = textOf(cells, "category");
  if (!text) throw new BadLine("category", "category_missing");
  const id = categories.get(plain(text));
  if (id) return { id };
  const name = newCategories.get(plain(text)) ?? text;
  newCategories.set(plain(text), name);
  return { name };
}

function keep(plan: ImportPlan, { item, known }: Planned): void {
  const change = known ? changeOf(item, known) : { before: null, after: shown(item) };
  if (Object.keys(change.after).length === 0) {
    plan.unchanged += 1;
    return;
  }
  (known ? plan.changed : plan.added).push(item);
  plan.changes.push({ line: item.line, itemId: item.id, name: item.name, ...change });
}

const shown = ({ name, description, priceMinor, category }: PlannedItem): Record<string, unknown> => ({
  category: "name" in category ? category.name : category.id,
  name,
  description,
  priceMinor,
});

function changeOf(item: PlannedItem, known: KnownItem) {
  const { id: _, categoryId, ...fields } = known;
  const was: Record<string, unknown> = { category: categoryId, ...fields };
  const is = shown(item);
  const names = Object.keys(is).filter((name) => canonical(was[name]) !== canonical(is[name]));
  const pick = (from: Record<string, unknown>) => Object.fromEntries(names.map((name) => [name, from[name]]));
  return { before: pick(was), after: pick(is) };
}

/** The languages of a text come in another order from the database. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part) =>
    part && typeof part === "object"
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
