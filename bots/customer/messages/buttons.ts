import { button } from "#bots/kit/button";

/** Every button of the customer bot. Ids: of the order, the branch, the dish, … as named. */
export const customerButtons = {
  home: button("home"),
  // Where to
  order: button("order"),
  address: button("address.use"), // address
  newAddress: button("address.new"),
  forgetAddress: button("address.drop"), // address
  addresses: button("address.list"),
  collect: button("collect"),
  skipLandmark: button("landmark.skip"),
  // What
  branches: button("branches"),
  branch: button("branch"), // branch
  category: button("category"), // branch, category
  dish: button("dish"), // branch, item
  toggle: button("dish.option"), // modifier
  more: button("dish.count"), // word: the new quantity
  add: button("dish.add"),
  favourite: button("dish.like"), // item
  favourites: button("likes"),
  // The cart
  cart: button("cart"),
  setLine: button("cart.line"), // line; word: the new quantity
  emptyCart: button("cart.empty"),
  // The order to be
  checkout: button("checkout"),
  payCash: button("pay.cash"),
  payInvoice: button("pay.invoice"),
  changeFrom: button("pay.change"), // word: whole units of the note
  when: button("when"), // word: which of the days
  whenAt: button("when.at"), // word: minutes since 1970, or "asap"
  note: button("note"),
  confirm: button("confirm"),
  // The order
  showOrder: button("order.show"), // order
  orders: button("orders"),
  writeCourier: button("write.courier"), // order
  writeShop: button("write.shop"), // order, or none
  cancelOrder: button("cancel"), // order
  cancelBecause: button("cancel.why"), // order; word: index of the reason
  rate: button("rate"), // order
  stars: button("rate.stars"), // order; word: about and stars
  tip: button("tip"), // order; word: whole units
  orderAgain: button("again"), // order
  eraseMeYes: button("erase.yes"),
} as const;
