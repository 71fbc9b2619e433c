import type { SeenMessage } from "../../world/person-event";
import { price } from "../../world/price";

/** What is sold and for how much; the pay button hangs below as an inline button. */
export function InvoicePart({ message }: { message: SeenMessage }) {
  const { title, description, currency, total_amount } = message.invoice!;
  return (
    <div className="invoice">
      {message.bill?.photoUrl && <img src={message.bill.photoUrl} alt="" />}
      <b>{title}</b>
      <p>{description}</p>
      <p className="invoice-price">
        <span>{price(total_amount, currency)}</span>
        <em>{message.bill?.paid ? "PAID ✓" : "INVOICE"}</em>
      </p>
    </div>
  );
}
