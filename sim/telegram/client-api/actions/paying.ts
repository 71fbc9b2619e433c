import type { OrderInfo, ShippingAddress, ShippingOption } from "grammy/types";
import { z } from "zod";
import { type Bill, type CheckoutAnswer, type ShippingAnswer, totalMinor } from "../../world/bill";
import { openPrivate } from "../../world/chats";
import { userOf } from "../../world/peers";
import { post, tellPeople } from "../../world/post";
import { ask, awaitAnswer } from "../../world/query";
import type { PeerId } from "../../world/state";
import { deliver } from "../../world/updates";
import type { World } from "../../world/world";
import { action, ClientError, type Desk } from "../action";

const Address = z.object({
  country_code: z.string().length(2),
  state: z.string(),
  city: z.string(),
  street_line1: z.string(),
  street_line2: z.string(),
  post_code: z.string(),
});
const OnBill = z.object({ person: z.number(), bill: z.string() });
const Payment = OnBill.extend({
  name: z.string().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  address: Address.optional(),
  shippingOption: z.string().optional(),
  tipMinor: z.int().min(0).default(0),
  /** What the bank says to the card. */
  card: z.enum(["good", "declined"]).default("good"),
});

export type PayResult = { paid: true } | { paid: false; reason: string };
export type BillView = Omit<Bill, "payload" | "paid"> & { totalMinor: number; isPaid: boolean };
export type ShippingResult = { ok: true; options: ShippingOption[] } | { ok: false; reason: string };

export const paying = {
  bill: action(OnBill, ({ world }, { bill: id }): BillView => {
    const { payload: _, paid, ...bill } = billOf(world, id);
    return { ...bill, totalMinor: totalMinor(bill.prices), isPaid: paid !== undefined };
  }),

  /** Ask the bot what shipping to this address costs. */
  shippingOptions: action(
    OnBill.extend({ address: Address }),
    (desk, { person, bill, address }): Promise<ShippingResult> =>
      askShipping(desk, person, billOf(desk.world, bill), address),
  ),

  /** Shipping query (where the price depends on it), pre-checkout within 10 s, the bank, then the receipt in the chat. */
  pay: action(Payment, async (desk, payment): Promise<PayResult> => {
    const { world } = desk;
    const bill = billOf(world, payment.bill);
    if (bill.paid) return failed("INVOICE_ALREADY_PAID");
    const lacking = lackingFor(bill, payment);
    if (lacking) return failed(lacking);
    const shipping = await chooseShipping(desk, bill, payment);
    if (shipping && "reason" in shipping) return failed(shipping.reason);
    const total = totalMinor(bill.prices) + totalMinor(shipping?.prices ?? []) + payment.tipMinor;
    const orderInfo = orderInfoOf(payment);
    const allowed = await preCheckout(world, bill, { ...payment, total, orderInfo });
    if (!allowed?.ok) return failed(allowed?.error ?? "BOT_PRECHECKOUT_TIMEOUT");
    if (payment.card === "declined") return failed("PAYMENT_FAILED");
    receipt(world, bill, { ...payment, total, orderInfo });
    return { paid: true };
  }),
};

type Payment = z.output<typeof Payment>;
type Checkout = Payment & { total: number; orderInfo?: OrderInfo };
const failed = (reason: string): PayResult => ({ paid: false, reason });

function billOf(world: World, id: string): Bill {
  const bill = world.state.bills.get(id);
  if (!bill) throw new ClientError("this invoice does not exist");
  return bill;
}

function lackingFor({ needs, isFlexible }: Bill, { name, phone, email, address }: Payment): string | undefined {
  if (needs.name && !name) return "REQ_INFO_NAME_INVALID";
  if (needs.phone && !phone) return "REQ_INFO_PHONE_INVALID";
  if (needs.email && !email) return "REQ_INFO_EMAIL_INVALID";
  if ((needs.shippingAddress || isFlexible) && !address) return "ADDRESS_STREET_LINE1_INVALID";
  return undefined;
}

const orderInfoOf = ({ name, phone, email, address }: Payment): OrderInfo | undefined => {
  if (!name && !phone && !email && !address) return undefined;
  return {
    ...(name && { name }),
    ...(phone && { phone_number: phone }),
    ...(email && { email }),
    ...(address && { shipping_address: address }),
  };
};

async function askShipping(
  { world }: Desk,
  person: PeerId,
  bill: Bill,
  address: ShippingAddress,
): Promise<ShippingResult> {
  const bot = world.state.bots.get(bill.bot)!;
  const query = ask(world, { kind: "shipping", bot: bot.id, person, billId: bill.id });
  const answered = awaitAnswer<ShippingAnswer>(world, query, "shipping");
  const { payload: invoice_payload } = bill;
  deliver(world, bot, "shipping_query", {
    id: query.id,
    from: userOf(world, person),
    invoice_payload,
    shipping_address: address,
  });
  const given = await answered;
  if (!given?.ok) return { ok: false, reason: given?.error ?? "BOT_RESPONSE_TIMEOUT" };
  return { ok: true, options: given.options };
}

async function chooseShipping(
  desk: Desk,
  bill: Bill,
  { person, address, shippingOption }: Payment,
): Promise<ShippingOption | { reason: string } | undefined> {
  if (!bill.isFlexible || !address) return undefined;
  const offered = await askShipping(desk, person, bill, address);
  if (!offered.ok) return { reason: offered.reason };
  return offered.options.find((option) => option.id === shippingOption) ?? { reason: "SHIPPING_OPTION_INVALID" };
}

function preCheckout(
  world: World,
  bill: Bill,
  { person, total, orderInfo, shippingOption }: Checkout,
): Promise<CheckoutAnswer | undefined> {
  const bot = world.state.bots.get(bill.bot)!;
  const query = ask(world, { kind: "pre_checkout", bot: bot.id, person, billId: bill.id, orderInfo });
  const answered = awaitAnswer<CheckoutAnswer>(world, query, "pre_checkout");
  deliver(world, bot, "pre_checkout_query", {
    id: query.id,
    from: userOf(world, person),
    currency: bill.currency,
    total_amount: total,
    invoice_payload: bill.payload,
    ...(shippingOption && { shipping_option_id: shippingOption }),
    ...(orderInfo && { order_info: orderInfo }),
  });
  return answered;
}

/** The service message is the person's: it reaches the bot as a message with `successful_payment`. */
function receipt(world: World, bill: Bill, { person, total, orderInfo, shippingOption }: Checkout): void {
  bill.paid = {
    currency: bill.currency,
    total_amount: total,
    invoice_payload: bill.payload,
    telegram_payment_charge_id: world.secret(32),
    provider_payment_charge_id: world.secret(27),
    ...(shippingOption && { shipping_option_id: shippingOption }),
    ...(orderInfo && { order_info: orderInfo }),
  };
  const chat = openPrivate(world, person, bill.bot);
  for (const stored of chat.messages.values()) if (stored.billId === bill.id) tellPeople(world, chat, stored, "edit");
  post(world, chat, { from: person, content: { successful_payment: bill.paid } });
}
