import type { OrderView } from "#shared/contracts/order";
import { money } from "../../../kit/format";
import { localText } from "../../../kit/local-text";
import { useTexts } from "../../../kit/texts";
import { Card } from "../../../kit/ui/Card";
import { wordId } from "./word-id";

/** What was ordered, from where, to where and for how much. */
export function Bill({ order }: { order: OrderView }) {
  const { t, language } = useTexts();
  const { lines, branch, contact, currency, feeMinor, totalMinor, paymentMethod, fulfilment } = order;
  const amount = (minor: number) => money(language, minor, currency);
  return (
    <Card title={localText(branch.name, language)}>
      <ul className="rows">
        {lines.map(({ itemId, name, quantity, modifiers, totalMinor: lineMinor }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same dish may stand twice, with other extras
          <li key={`${itemId}-${index}`}>
            <span>
              {quantity} × {localText(name, language)}
              {modifiers.length > 0 && (
                <small>{modifiers.map((modifier) => localText(modifier.name, language)).join(", ")}</small>
              )}
            </span>
            <span className="amount">{amount(lineMinor)}</span>
          </li>
        ))}
        {fulfilment === "delivery" && (
          <li>
            <span className="hint">{t("track-fee")}</span>
            <span className="amount">{amount(feeMinor)}</span>
          </li>
        )}
        <li>
          <b>{t(wordId("payment-method", paymentMethod))}</b>
          <b className="amount">{amount(totalMinor)}</b>
        </li>
      </ul>
      {contact?.addressText && (
        <p className="hint">
          {contact.addressText}
          {contact.landmark && `, ${contact.landmark}`}
        </p>
      )}
    </Card>
  );
}
