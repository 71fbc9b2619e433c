import { stringify } from "csv-stringify/sync";
import type { Language } from "#shared/kernel/language";

/** Spreadsheets of people who write a decimal comma part cells by semicolons. */
const SEPARATOR: Record<Language, "," | ";"> = { en: ",", ru: ";", uz: ";" };

/** What makes spreadsheets read a file as UTF-8. */
export const BYTE_ORDER_MARK = "\uFEFF";
export const CSV_TYPE = "text/csv; charset=utf-8";

/**
 * Lines of a CSV file. A cell that a spreadsheet would run as a formula begins with an apostrophe, which it shows as
 * text.
 */
export const csvLines = (language: Language, rows: readonly (readonly string[])[]): string =>
  stringify(rows as string[][], { delimiter: SEPARATOR[language], escape_formulas: true, record_delimiter: "\r\n" });

/** An amount as this language's spreadsheet reads it as a number. */
export const csvAmount = (language: Language, amount: string): string =>
  SEPARATOR[language] === ";" ? amount.replace(".", ",") : amount;
