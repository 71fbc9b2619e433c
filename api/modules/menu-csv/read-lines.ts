import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import type { Line } from "#api/domain/menu-csv/plan-import";
import {
  IMPORT_LINES_MAX,
  type ImportError,
  type ImportPreview,
  MENU_COLUMNS,
  type MenuColumn,
  REQUIRED_COLUMNS,
} from "#shared/contracts/menu-csv";
import { Refusal } from "#shared/kernel/refusal";

export type Separator = ImportPreview["separator"];
export type ReadFile = { separator: Separator; lines: Line[]; errors: ImportError[] };

/** Letters that are parsed before others get their turn: 100,000 lines at once would keep every request waiting. */
const CHUNK_CHARS = 65_536;

/**
 * The lines of a menu file, by its header. A line with another number of cells than the header is an error of that
 * line alone.
 * @throws Refusal `import.empty`, `import.columns_missing`, `import.too_long`, `import.quote_open`
 */
export async function readLines(text: string): Promise<ReadFile> {
  const separator = separatorOf(text);
  const file: ReadFile = { separator, lines: [], errors: [] };
  let columns: readonly (MenuColumn | null)[] | null = null;
  for await (const { record, line } of records(text, separator)) {
    if (!columns) columns = columnsOf(record);
    else addLine(file, columns, { record, line });
    if (file.lines.length + file.errors.length > IMPORT_LINES_MAX) throw new Refusal("import.too_long");
  }
  if (file.lines.length + file.errors.length === 0) throw new Refusal("import.empty");
  return file;
}

function addLine(file: ReadFile, columns: readonly (MenuColumn | null)[], { record, line }: Row): void {
  if (record.length !== columns.length) {
    const found = record.join(file.separator).slice(0, 60);
    file.errors.push({ line, column: null, problem: "cell_count", found });
    return;
  }
  const cells = columns.flatMap((column, index) => (column ? [[column, cellOf(record[index] ?? "")]] : []));
  file.lines.push({ line, cells: Object.fromEntries(cells) });
}

/** The mark by which our own files keep spreadsheets from running a cell is not part of it. */
const cellOf = (text: string): string => text.trim().replace(/^'(?=[=+\-@])/, "");

/** What parts the names of the header parts the cells. */
function separatorOf(text: string): Separator {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const count = (separator: Separator) => header.split(separator).length;
  return ([";", "\t"] as const).reduce<Separator>((best, next) => (count(next) > count(best) ? next : best), ",");
}

function columnsOf(header: readonly string[]): (MenuColumn | null)[] {
  const names = header.map((name) => name.trim().toLowerCase());
  const missing = REQUIRED_COLUMNS.filter((name) => !names.includes(name));
  if (missing.length > 0) throw new Refusal("import.columns_missing", { missing });
  return names.map((name) => MENU_COLUMNS.find((column) => column === name) ?? null);
}

type Row = { record: string[]; line: number };

/** Records with the line of the file on which each begins. */
async function* records(text: string, separator: Separator): AsyncGenerator<Row> {
  const parser = parse({
    delimiter: separator,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
  });
  const parsed: AsyncIterable<{ record: string[]; info: { lines: number } }> = Readable.from(chunks(text)).pipe(parser);
  try {
    for await (const { record, info } of parsed) yield { record, line: info.lines - breaksIn(record) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Refusal("import.quote_open"); // from there on nobody knows what is a cell
  }
}

const breaksIn = (record: readonly string[]): number =>
  record.reduce((sum, cell) => sum + (cell.includes("\n") ? cell.split("\n").length - 1 : 0), 0);

async function* chunks(text: string): AsyncGenerator<string> {
  for (let from = 0; from < text.length; from += CHUNK_CHARS) {
    yield text.slice(from, from + CHUNK_CHARS);
    await new Promise((resolve) => setImmediate(resolve));
  }
}
