import { z } from "zod";

/**
 * Every business "no" the API can say, and the HTTP status that goes with it. Bots and mini-apps translate these codes
 * (`refusal-…` in `shared/locales`); nothing else. Add a row here first: the specs name every place that must answer.
 */
export const REFUSALS = {
  "request.malformed": 400,
  "request.invalid": 422,
  "request.too_large": 413,
  "request.not_found": 404,
  "request.too_many": 429,
  "request.busy": 503,
  "request.outdated": 409,
  "request.key_missing": 400,
  "request.key_reused": 409,
  "auth.missing": 401,
  "auth.init_data_invalid": 401,
  "auth.init_data_expired": 401,
  "auth.token_invalid": 401,
  "auth.token_expired": 401,
  "auth.refresh_reused": 401,
  "auth.signed_out": 401,
  "auth.suspended": 403,
  "auth.not_allowed": 403,
  "bot.not_found": 404,
  "bot.already_known": 409,
  "bot.token_refused": 422,
  "bot.token_of_another": 422,
  "branch.not_found": 404,
  "branch.closed": 409,
  "branch.paused": 409,
  "branch.pickup_not_offered": 409,
  "branch.has_orders": 409,
  "zone.outside": 409,
  "zone.paused": 409,
  "quote.changed": 409,
  "quote.below_minimum": 409,
  "cart.empty": 409,
  "cart.other_branch": 409,
  "address.not_found": 404,
  "zone.not_found": 404,
  "zone.crosses_itself": 422,
  "brand.not_found": 404,
  "category.not_found": 404,
  "category.not_empty": 409,
  "menu.price_below_zero": 422,
  "item.not_found": 404,
  "item.unavailable": 409,
  "item.out_of_stock": 409,
  "modifier.not_found": 404,
  "modifier.unavailable": 409,
  "modifier.choice_count": 422,
  "modifier.combination_not_sold": 422,
  "order.not_found": 404,
  "order.action_not_allowed": 409,
  "order.schedule_out_of_range": 422,
  "order.payment_pending": 409,
  "payment.not_offered": 409,
  "payment.change_too_small": 422,
  "payment.refund_too_large": 409,
  "delivery.not_found": 404,
  "delivery.action_not_allowed": 409,
  "delivery.already_taken": 409,
  "delivery.pin_wrong": 409,
  "delivery.pin_locked": 423,
  "delivery.proof_missing": 422,
  "offer.not_found": 404,
  "offer.already_taken": 409,
  "offer.expired": 410,
  "offer.closed": 410,
  "courier.not_found": 404,
  "courier.not_online": 409,
  "courier.not_approved": 403,
  "courier.busy": 409,
  "courier.full": 409,
  "courier.cash_limit": 409,
  "courier.none_free": 409,
  "courier.hand_in_too_large": 409,
  "courier.pay_out_too_large": 409,
  "position.invalid": 422,
  "position.stale": 409,
  "alert.not_found": 404,
  "alert.already_acknowledged": 409,
  "notification.not_found": 404,
  "notification.lease_lost": 409,
  "update.not_found": 404,
  "rating.not_allowed": 409,
  "rating.already_given": 409,
  "import.encoding_unknown": 422,
  "import.columns_missing": 422,
  "import.empty": 422,
  "import.quote_open": 422,
  "import.too_long": 413,
  "import.plan_changed": 409,
  "download.not_found": 404,
  "media.type_not_allowed": 415,
  "media.too_large": 413,
  "media.not_found": 404,
  "member.not_found": 404,
  "member.last_owner": 409,
  "invitation.not_found": 404,
  "invitation.over": 410,
  "chat.closed": 409,
  "realtime.topic_not_allowed": 403,
} as const satisfies Record<string, number>;

export type RefusalCode = keyof typeof REFUSALS;
export const RefusalCode = z.enum(Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]]);

/** An expected "no". Anything else that is thrown is a bug, and its message never reaches a user. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly details: Record<string, unknown>;
  constructor(code: RefusalCode, details: Record<string, unknown> = {}) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.details = details;
  }
}

/** The body of every refused request: the code for programs, the sentence for people. */
export const RefusalBody = z.object({
  code: RefusalCode,
  message: z.string(),
  details: z.record(z.string(), z.unknown()),
});
export type RefusalBody = z.infer<typeof RefusalBody>;

/** The code inside a failed API reply, or `unknown` when the failure was not a business "no". */
export const codeOf = (error: { value: unknown }): RefusalCode | "unknown" => {
  const body = RefusalBody.safeParse(error.value);
  return body.success ? body.data.code : "unknown";
};
