import { writeMenuFile } from "#api/modules/menu-csv/write-menu-file";
import { writeOrdersCsv } from "#api/modules/order-table/write-orders-csv";
import { writeOrdersXlsx } from "#api/modules/order-table/write-orders-xlsx";
import { writeReceipt } from "#api/modules/receipts/write-receipt";
import type { Deps } from "#api/platform/deps";
import type { Ordered } from "./offer-download";

/** A file as it is sent: its bytes come as the receiver takes them. */
export type OutgoingFile = { name: string; contentType: string; body: AsyncIterable<Uint8Array> };

export function writeFile(deps: Deps, { person, language, wanted }: Ordered): OutgoingFile | Promise<OutgoingFile> {
  switch (wanted.kind) {
    case "orders":
      return (wanted.format === "csv" ? writeOrdersCsv : writeOrdersXlsx)(deps, person, { ...wanted, language });
    case "menu":
      return writeMenuFile(deps, person, { ...wanted, language });
    case "receipt":
      return writeReceipt(deps, person, { ...wanted, language });
  }
}
