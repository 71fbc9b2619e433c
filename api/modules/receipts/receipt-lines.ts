import { translate } from "#api/platform/translate";
import type { OrderView } from "#shared/contracts/order";
import { CURRENCY_DIGITS } from "#shared/kernel/currency-digits";
import { inLanguage, type Language } from "#shared/kernel/language";
import type { Currency } from "#shared/kernel/money";
import type { Minor } from "#shared/kernel/units";

/** One line of a receipt: what, and how much of it at the right edge. */
export type ReceiptLine = { text: string; amount?: string; look: "title" | "plain" | "small" | "strong" | "rule" };
type House = { brandName: string; timezone: string };

const LOCALE: Record<Language, string> = { en: "en-GB", ru: "ru-RU", uz: "uz-Latn-UZ" };
const RULE: ReceiptLine = { text: "", look: "rule" };

/** What stands on the receipt of an order, from top to bottom: names and prices as they were sold. */
export function receiptLines(language: Language, order: OrderView, { brandName, timezone }: House): ReceiptLine[] {
  const say = (id: string, variables = {}) => translate(language, id, variables);
  const amount = (minor: Minor) => moneyText(language, minor, order.currency);
  const word = (value: string) => value.replaceAll("_", "-");
  return [
    { text: brandName, look: "title" },
    { text: inLanguage(order.branch.name, language), look: "small" },
    { text: order.branch.addressText, look: "small" },
    ...(order.branch.phone ? [{ text: order.branch.phone, look: "small" } as const] : []),
    RULE,
    { text: say("receipt-order"), amount: order.code, look: "strong" },
    { text: say("receipt-placed"), amount: momentText(language, order.placedAt, timezone), look: "plain" },
    { text: say("receipt-state"), amount: say(`order-status-${word(order.status)}`), look: "plain" },
    ...(order.contact?.name ? [{ text: say("receipt-for"), amount: order.contact.name, look: "plain" } as const] : []),
    RULE,
    ...order.lines.flatMap((line) => soldLines(language, line, order.currency)),
    RULE,
    { text: say("receipt-subtotal"), amount: amount(order.subtotalMinor), look: "plain" },
    { text: say("receipt-fee"), amount: amount(order.feeMinor), look: "plain" },
    { text: say("receipt-total"), amount: amount(order.totalMinor), look: "strong" },
    RULE,
    {
      text: say(`payment-method-${word(order.paymentMethod)}`),
      amount: say(`payment-state-${word(order.payment)}`),
      look: "plain",
    },
  ];
}

function soldLines(language: Language, line: OrderView["lines"][number], currency: Currency): ReceiptLine[] {
  const name = inLanguage(line.name, language);
  const choices = line.modifiers.map((modifier) => inLanguage(modifier.name, language)).join(", ");
  const each = line.quantity > 1 ? `${line.quantity} × ${moneyText(language, line.unitMinor, currency)}` : "";
  return [
    { text: name, amount: moneyText(language, line.totalMinor, currency), look: "plain" },
    ...[choices, each].filter(Boolean).map((text) => ({ text, look: "small" as const })),
  ];
}

function moneyText(language: Language, minor: Minor, currency: Currency): string {
  const amount = minor / 10 ** CURRENCY_DIGITS[currency];
  const digits = Number.isInteger(amount) ? 0 : CURRENCY_DIGITS[currency];
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return `${new Intl.NumberFormat(LOCALE[language], options).format(amount)} ${currency}`;
}

const momentText = (language: Language, at: string, timeZone: string): string =>
  new Intl.DateTimeFormat(LOCALE[language], { timeZone, dateStyle: "medium", timeStyle: "short" }).format(new Date(at));
