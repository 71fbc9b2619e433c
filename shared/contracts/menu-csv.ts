import { z } from "zod";
import { Id } from "#shared/kernel/ids";
import { LocalText } from "#shared/kernel/language";
import { Currency } from "#shared/kernel/money";

/** The columns of a menu as a file. A file may leave out all but the first that are `REQUIRED`, and have others. */
export const MENU_COLUMNS = [
  "id",
  "category",
  "name_en",
  "name_ru",
  "name_uz",
  "description_en",
  "description_ru",
  "description_uz",
  "price",
] as const;
export type MenuColumn = (typeof MENU_COLUMNS)[number];
export const REQUIRED_COLUMNS: readonly MenuColumn[] = ["category", "name_en", "price"];

export const IMPORT_LINES_MAX = 100_000;
export const IMPORT_BYTES_MAX = 11_000_000;

export const FileEncoding = z.enum(["utf-8", "utf-16le", "windows-1251"]);
export type FileEncoding = z.infer<typeof FileEncoding>;

/** What is wrong with a line. `text-import-problem-…` says it to people. */
export const LineProblem = z.enum([
  "cell_count",
  "category_missing",
  "name_missing",
  "text_too_long",
  "text_broken",
  "price_missing",
  "price_unreadable",
  "id_unknown",
  "id_twice",
  "name_twice",
]);
export type LineProblem = z.infer<typeof LineProblem>;

export const ImportError = z.object({
  line: z.int(), // of the file, the first is 1
  column: z.enum(MENU_COLUMNS).nullable(),
  problem: LineProblem,
  /** What stands there, cut short. */
  found: z.string(),
});
export type ImportError = z.infer<typeof ImportError>;

/** What a line would change: fields as they are and as they would be; `before` null: a new item. */
export const ImportChange = z.object({
  line: z.int(),
  itemId: Id.nullable(),
  name: LocalText,
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()),
});
export type ImportChange = z.infer<typeof ImportChange>;

/** As many examples as a person looks through; the figures count all. */
export const PREVIEW_ROWS = 200;

export const ImportPreview = z.object({
  encoding: FileEncoding,
  separator: z.enum([",", ";", "\t"]),
  currency: Currency,
  lines: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  wrong: z.int(),
  newCategories: z.array(z.string()),
  changes: z.array(ImportChange),
  errors: z.array(ImportError),
  /** Names this file upon this menu: whoever confirms it gets exactly what they saw. */
  fingerprint: z.string(),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

export const ImportQuery = z.object({ fingerprint: z.string().max(100) });
export const ImportDone = z.object({ added: z.int(), changed: z.int() });
export type ImportDone = z.infer<typeof ImportDone>;
