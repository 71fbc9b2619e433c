import { button } from "#bots/kit/button";

/** Every button of the courier bot. Ids as named. */
export const courierButtons = {
  apply: button("apply"), // word: the vehicle
  goOnline: button("online"),
  takeBreak: button("break"),
  goOffline: button("offline"),
  today: button("today"),
  panic: button("panic"),
  panicYes: button("panic.yes"),
  accept: button("offer.take"), // offer
  decline: button("offer.no"), // offer
  declineBecause: button("offer.why"), // offer; word: index of the reason
  arrivePickup: button("at.pickup"), // delivery
  pickUp: button("pickup"), // delivery
  arriveDropoff: button("at.door"), // delivery
  handOver: button("handover"), // delivery
  fail: button("fail"), // delivery
  failBecause: button("fail.why"), // delivery; word: index of the reason
  release: button("release"), // delivery
  releaseBecause: button("release.why"), // delivery; word: index of the reason
  showTrip: button("trip"), // trip
  seen: button("trip.seen"), // trip
  voice: button("voice"), // media
  writeCustomer: button("write.customer"), // order
  writeShop: button("write.shop"), // order, or none
} as const;
