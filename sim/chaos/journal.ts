/** What the clients themselves know: what they asked, and what they were told. Never read from the system under test. */
export type Journal = {
  /** By idempotency key. `orderId` once the customer was told that the order is placed. */
  attempts: Map<string, { customer: number; orderId: string | null; refused: string | null }>;
  /** The last status of an order that somebody was told, in the order of the telling. */
  statuses: Map<string, string[]>;
  /** Offers that a courier was told to have, and for how long (machine time). */
  listed: Map<string, { courier: number; firstMs: number; lastMs: number }>;
  /** Couriers who were told that a trip is theirs, by offer. */
  accepted: Map<string, { courier: number; deliveryIds: string[] }>;
  /** Couriers who were told that they handed a delivery over. */
  handedOver: Map<string, number>;
  /** Who was told that an alert is theirs. */
  acknowledged: Map<string, number>;
};

export const createJournal = (): Journal => ({
  attempts: new Map(),
  statuses: new Map(),
  listed: new Map(),
  accepted: new Map(),
  handedOver: new Map(),
  acknowledged: new Map(),
});

export function noteStatus(journal: Journal, orderId: string, status: string): void {
  const known = journal.statuses.get(orderId) ?? [];
  if (known.at(-1) !== status) journal.statuses.set(orderId, [...known, status]);
}

export function noteOffer(journal: Journal, offerId: string, courier: number): void {
  const nowMs = Date.now();
  const { firstMs } = journal.listed.get(offerId) ?? { firstMs: nowMs };
  journal.listed.set(offerId, { courier, firstMs, lastMs: nowMs });
}
