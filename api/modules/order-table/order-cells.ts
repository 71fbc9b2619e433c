import { translate } from "#api/platform/translate";
import type { OrderTableRow } from "#shared/contracts/order-table";
import { CURRENCY_DIGITS } from "#shared/kernel/currency-digits";
import { inLanguage, type Language } from "#shared/kernel/language";

/** The columns of an exported file of orders; `file-order-…` names them. */
const COLUMNS = [
  "code",
  "placed",
  "branch",
  "status",
  "fulfilment",
  "payment",
  "customer",
  "phone",
  "courier",
  "promised",
  "closed",
  "subtotal",
  "fee",
  "total",
  "currency",
] as const;

/** Where the amounts are, for the format of a sheet's columns. */
export const AMOUNT_COLUMNS = [11, 12, 13].map((index) => index + 1);

export const headerOf = (language: Language): string[] =>
  COLUMNS.map((name) => translate(language, `file-order-${name}`));

/** An order as cells: amounts are numbers of whole units, times are the branch's own. */
export function cellsOf(language: Language, order: OrderTableRow): (string | number)[] {
  const amount = (minor: number) => minor / 10 ** CURRENCY_DIGITS[order.currency];
  const word = (prefix: string, value: string) => translate(language, `${prefix}-${value.replaceAll("_", "-")}`);
  return [
    order.code,
    onWall(order.placedAt, order.timezone),
    inLanguage(order.branchName, language),
    word("order-status", order.status),
    word("fulfilment", order.fulfilment),
    word("payment-method", order.paymentMethod),
    order.customerName ?? "",
    order.customerPhone?.replace("+", "") ?? "",
    order.courierName ?? "",
    onWall(order.promisedAt, order.timezone),
    order.closedAt ? onWall(order.closedAt, order.timezone) : "",
    amount(order.subtotalMinor),
    amount(order.feeMinor),
    amount(order.totalMinor),
    order.currency,
  ];
}

const walls = new Map<string, Intl.DateTimeFormat>();

/** "2026-03-02 14:05" on the wall of the branch: sorts in every spreadsheet. Formats are dear to make, so they are kept. */
function onWall(at: string, timeZone: string): string {
  const options = { timeZone, dateStyle: "short", timeStyle: "short" } as const;
  const wall = walls.get(timeZone) ?? new Intl.DateTimeFormat("sv-SE", options);
  walls.set(timeZone, wall);
  return wall.format(new Date(at));
}
