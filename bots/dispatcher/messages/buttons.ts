import { button } from "#bots/kit/button";

/** The word of a button whose message the ledger replaces or somebody still reads: it is answered with a new message. */
export const ANEW = "new";

/** Every button of the staff bot. Ids as named. */
export const staffButtons = {
  home: button("home"),
  shiftStart: button("shift.start"),
  shiftEnd: button("shift.end"),
  quiet: button("quiet"),
  quietSet: button("quiet.set"), // word: from and until in minutes of the day, or "off"
  orders: button("orders"),
  order: button("order"), // order; word: nothing or ANEW
  confirm: button("confirm"), // order
  confirmIn: button("confirm.in"), // order; word: minutes
  reject: button("reject"), // order
  rejectBecause: button("reject.why"), // order; word: index of the reason
  prepare: button("prepare"), // order
  ready: button("ready"), // order
  collect: button("collect"), // order
  returned: button("returned"), // order
  callOff: button("calloff"), // order
  callOffBecause: button("calloff.why"), // order; word: index of the reason
  candidates: button("assign"), // delivery
  assign: button("assign.to"), // delivery, courier
  reassign: button("reassign"), // delivery, the courier who has it
  broadcast: button("broadcast"), // delivery
  release: button("release"), // delivery
  take: button("alert.take"), // alert
  couriers: button("couriers"),
  courier: button("courier"), // courier; word: nothing or ANEW
  approve: button("courier.yes"), // courier
  suspend: button("courier.no"), // courier
  cash: button("cash"), // courier
  takeCash: button("cash.in"), // courier, the hand-in; word: the till's place in the list, then the amount in base 36
  approveMember: button("member.yes"), // membership
  invite: button("invite"), // word: the role
  writeCustomer: button("write.customer"), // order
  writeCourier: button("write.courier"), // order
  answer: button("write.answer"), // message
} as const;
