import type { LabeledPrice, OrderInfo, ShippingOption, SuccessfulPayment } from "grammy/types";
import type { PeerId } from "./state";

/** What a bot asks to be paid, behind an invoice message or an invoice link. Amounts are minor units. */
export type Bill = {
  id: string;
  bot: PeerId;
  title: string;
  description: string;
  payload: string;
  currency: string;
  prices: LabeledPrice[];
  startParameter: string;
  photoUrl?: string;
  maxTipMinor: number;
  suggestedTipsMinor: number[];
  needs: { name: boolean; phone: boolean; email: boolean; shippingAddress: boolean };
  isFlexible: boolean;
  paid?: SuccessfulPayment;
};

type Asked = { id: string; bot: PeerId; person: PeerId; askedAtMs: number; answered: boolean };

export type CallbackAnswer = { kind: "callback"; text?: string; alert: boolean; url?: string };
export type ShippingAnswer = { kind: "shipping"; ok: boolean; options: ShippingOption[]; error?: string };
export type CheckoutAnswer = { kind: "pre_checkout"; ok: boolean; error?: string };
export type Answer = CallbackAnswer | ShippingAnswer | CheckoutAnswer;

/** A question that waits for one answer of a bot. `askedAtMs` is machine time: a business clock that runs fast must not shorten it. */
export type Query =
  | (Asked & { kind: "callback"; chatKey: string; messageId: number })
  | (Asked & { kind: "shipping"; billId: string })
  | (Asked & { kind: "pre_checkout"; billId: string; orderInfo?: OrderInfo });

export const totalMinor = (prices: readonly LabeledPrice[]): number =>
  prices.reduce((sum, price) => sum + price.amount, 0);
