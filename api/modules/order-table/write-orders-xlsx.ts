import { once } from "node:events";
import { PassThrough } from "node:stream";
import ExcelJS from "exceljs";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { exportOrders } from "./list-order-table";
import { AMOUNT_COLUMNS, cellsOf, headerOf } from "./order-cells";
import type { OrdersFile } from "./write-orders-csv";

/** Excel's own limit is 1,048,576. */
const SHEET_ROWS_MAX = 1_000_000;
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Orders as a workbook whose rows leave the memory as they are written. Cells are typed, so that no text is a formula. */
export function writeOrdersXlsx(deps: Deps, person: Person, file: OrdersFile) {
  const out = new PassThrough();
  const writing = fill(out, deps, person, file).catch((error: Error) => out.destroy(error));
  return { name: "orders.xlsx", contentType: TYPE, body: untilDone(out, writing) };
}

async function* untilDone(out: PassThrough, writing: Promise<unknown>): AsyncGenerator<Uint8Array> {
  for await (const chunk of out) yield chunk;
  await writing;
}

async function fill(out: PassThrough, deps: Deps, person: Person, { language, query }: OrdersFile): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true });
  let sheet: ExcelJS.Worksheet | null = null;
  let sheets = 0;
  let rows = 0;
  for await (const orders of exportOrders(deps, person, query)) {
    if (!sheet || rows + orders.length > SHEET_ROWS_MAX) {
      sheet?.commit();
      sheets += 1;
      sheet = newSheet(workbook, sheets, headerOf(language));
      rows = 0;
    }
    for (const order of orders) sheet.addRow(cellsOf(language, order)).commit();
    rows += orders.length;
    if (out.destroyed) return; // the receiver has gone
    if (out.writableNeedDrain) await Promise.race([once(out, "drain"), once(out, "close")]);
  }
  (sheet ?? newSheet(workbook, 1, headerOf(language))).commit();
  await workbook.commit();
}

function newSheet(workbook: ExcelJS.stream.xlsx.WorkbookWriter, number: number, header: string[]): ExcelJS.Worksheet {
  const sheet = workbook.addWorksheet(`orders ${number}`, {
    views: [{ state: "frozen", ySplit: 1 }],
  });
  sheet.columns = header.map((name, index) => ({
    header: name,
    width: 18,
    ...(AMOUNT_COLUMNS.includes(index + 1) ? { style: { numFmt: "#,##0.00" } } : {}),
  }));
  sheet.getRow(1).font = { bold: true };
  return sheet;
}
