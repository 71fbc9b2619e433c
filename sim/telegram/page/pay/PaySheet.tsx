import type { ShippingAddress, ShippingOption } from "grammy/types";
import { type FormEvent, useEffect, useState } from "react";
import type { BillView } from "../../client-api/actions/paying";
import { price } from "../../world/price";
import { useUi } from "../app/phone-ui";
import { call } from "../connection";
import { Sheet } from "../ui/Sheet";
import { usePhone } from "../ui/use-phone";
import { ContactFields } from "./ContactFields";

/** Checkout of one invoice: what it costs, what the shop wants to know, a card that works or does not. */
export function PaySheet({ billId }: { billId: string }) {
  const phone = usePhone();
  const { set, attempt } = useUi();
  const [bill, setBill] = useState<BillView>();
  const close = () => set({ bill: undefined });
  useEffect(
    () => void call("bill", { person: phone.id, bill: billId }).then(setBill, () => set({ bill: undefined })),
    [phone, billId, set],
  );
  return (
    <Sheet title="Checkout" onClose={close} className="pay">
      {bill && <Checkout bill={bill} onPaid={close} attempt={attempt} person={phone.id} />}
    </Sheet>
  );
}

type Props = { bill: BillView; person: number; onPaid: () => void; attempt: ReturnType<typeof useUi>["attempt"] };

function Checkout({ bill, person, onPaid, attempt }: Props) {
  const { toast } = useUi();
  const [tip, setTip] = useState(0);
  const [options, setOptions] = useState<ShippingOption[]>();
  const [option, setOption] = useState<string>();
  const [card, setCard] = useState<"good" | "declined">("good");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const chosen = options?.find(({ id }) => id === option);
  const extras = chosen?.prices ?? [];
  const total = bill.totalMinor + extras.reduce((sum, { amount }) => sum + amount, 0) + tip;
  const pay = async (form: FormData) => {
    const read = (name: string) => String(form.get(name) ?? "") || undefined;
    const address = readAddress(read);
    if (bill.isFlexible && address && !options) return askShipping(address);
    const details = {
      name: read("name"),
      phone: read("phone"),
      email: read("email"),
      address,
      shippingOption: option,
      tipMinor: tip,
      card,
    };
    const result = await attempt(() => call("pay", { person, bill: bill.id, ...details }));
    if (!result) return;
    if (!result.paid) return setProblem(result.reason);
    toast(`Paid ${price(total, bill.currency)}`);
    onPaid();
  };
  const askShipping = async (address: ShippingAddress) => {
    const result = await attempt(() => call("shippingOptions", { person, bill: bill.id, address }));
    if (!result) return;
    if (!result.ok) return setProblem(result.reason);
    setOptions(result.options);
    setOption(result.options[0]?.id);
  };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(undefined);
    await pay(form);
    setBusy(false);
  };
  return (
    <form className="sheet-body" onSubmit={submit}>
      <div className="bill-head">
        {bill.photoUrl && <img src={bill.photoUrl} alt="" />}
        <span>
          <b>{bill.title}</b>
          <p>{bill.description}</p>
        </span>
      </div>
      <dl className="bill-lines">
        {[...bill.prices, ...extras].map(({ label, amount }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{price(amount, bill.currency)}</dd>
          </div>
        ))}
        {bill.suggestedTipsMinor.length > 0 && (
          <fieldset className="segments" aria-label="Tip">
            {[0, ...bill.suggestedTipsMinor].map((amount) => (
              <button key={amount} type="button" aria-pressed={tip === amount} onClick={() => setTip(amount)}>
                {amount === 0 ? "No tip" : price(amount, bill.currency)}
              </button>
            ))}
          </fieldset>
        )}
        <div className="total">
          <dt>Total</dt>
          <dd>{price(total, bill.currency)}</dd>
        </div>
      </dl>
      <ContactFields bill={bill} />
      {options && (
        <fieldset className="choices">
          <legend>Shipping</legend>
          {options.map(({ id, title }) => (
            <label key={id}>
              <input type="radio" name="option" checked={option === id} onChange={() => setOption(id)} /> {title}
            </label>
          ))}
        </fieldset>
      )}
      <label className="field">
        Card
        <select value={card} onChange={(event) => setCard(event.target.value === "good" ? "good" : "declined")}>
          <option value="good">•••• 4242 — pays</option>
          <option value="declined">•••• 0002 — declined by the bank</option>
        </select>
      </label>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" className="wide-button" disabled={isBusy || bill.isPaid}>
        {bill.isPaid
          ? "Already paid"
          : isBusy
            ? "Waiting for the shop…"
            : bill.isFlexible && !options
              ? "Choose shipping"
              : `Pay ${price(total, bill.currency)}`}
      </button>
    </form>
  );
}

function readAddress(read: (name: string) => string | undefined): ShippingAddress | undefined {
  const street = read("street");
  if (!street) return undefined;
  return {
    country_code: "UZ",
    state: "",
    city: read("city") ?? "",
    street_line1: street,
    street_line2: "",
    post_code: read("postcode") ?? "",
  };
}
