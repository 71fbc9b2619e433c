import type { Role } from "./role";

const EVERYBODY = ["customer", "courier", "kitchen", "dispatcher", "manager", "owner"] as const;
const STAFF = ["kitchen", "dispatcher", "manager", "owner"] as const;
const DISPATCH = ["dispatcher", "manager", "owner"] as const;
const MANAGEMENT = ["manager", "owner"] as const;

/**
 * Who may do what, apart from moving orders and deliveries, which their status tables say. The API checks it, bots and
 * mini-apps draw their buttons from it. `own` means: of the asking person only, which the API checks besides.
 */
export const PERMISSIONS = {
  "branch.see": EVERYBODY,
  "menu.see": EVERYBODY,
  "quote.ask": ["customer"],
  "cart.edit": ["customer"],
  "order.place": ["customer"],
  "order.see_own": ["customer"],
  "address.edit_own": ["customer"],
  "rating.give": ["customer", "courier"],
  "chat.write": EVERYBODY,
  "data.erase_own": EVERYBODY,
  "inbox.see_own": EVERYBODY,

  "shift.work": ["courier"],
  "offer.answer": ["courier"],
  "trip.see_own": ["courier"],
  "position.send": ["courier"],
  "earnings.see_own": ["courier"],
  "panic.press": ["courier"],

  "order.see": STAFF,
  "kitchen.see": STAFF,
  "alert.see": STAFF,
  "alert.acknowledge": STAFF,
  "item.mark_sold_out": STAFF,
  "cash.take_in": STAFF,
  "media.upload": ["customer", "courier", ...STAFF],

  "board.see": DISPATCH,
  "courier.see": DISPATCH,
  "delivery.see_candidates": DISPATCH,
  "dispatch.steer": DISPATCH,
  "courier.invite": DISPATCH,
  "courier.approve": DISPATCH,
  "branch.pause": DISPATCH,
  "chat.see": DISPATCH,

  "branch.edit": MANAGEMENT,
  "zone.edit": MANAGEMENT,
  "menu.edit": MANAGEMENT,
  "stock.edit": MANAGEMENT,
  "member.see": MANAGEMENT,
  "member.invite": MANAGEMENT,
  "member.suspend": MANAGEMENT,
  "courier.edit": MANAGEMENT,
  "courier.pay_out": MANAGEMENT,
  "refund.give": MANAGEMENT,
  "order.export": MANAGEMENT,
  "report.see": MANAGEMENT,
  "audit.see": MANAGEMENT,

  "bot.edit": ["owner"],
  "member.grant_management": ["owner"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether any of the roles that a person holds allows it. */
export const may = (held: readonly Role[], permission: Permission): boolean => {
  const allowed: readonly Role[] = PERMISSIONS[permission];
  return held.some((role) => allowed.includes(role));
};

/** Everything that a person of these roles may do: what a mini-app asks for once, at sign-in. */
export const permissionsOf = (held: readonly Role[]): Permission[] =>
  (Object.keys(PERMISSIONS) as Permission[]).filter((permission) => may(held, permission));
