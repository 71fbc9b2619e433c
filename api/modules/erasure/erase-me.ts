import { and, eq, inArray, sql } from "drizzle-orm";
import { eraseMessages } from "#api/modules/chat/erase-messages";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import {
  addresses,
  auditLog,
  cartLines,
  carts,
  deliveries,
  orderContacts,
  orders,
  profiles,
} from "#drizzle/schema/index";
import { Refusal } from "#shared/kernel/refusal";
import { OPEN_ORDER_STATUSES } from "#shared/order/order-status";

/** Two digits behind the point: about a kilometre, enough for a map of demand, too little for a door. */
const COARSE_DIGITS = 2;

/**
 * Erases who I am to this organisation: profile, addresses, cart, and the personal side of every order. Orders and their
 * money stay in the books, where they were brought to is known to a kilometre only.
 * @throws Refusal `order.action_not_allowed` while an order of mine is still open: somebody has to find my door
 */
export const eraseMe = (deps: Deps, person: Person): Promise<{ erasedOrders: number }> =>
  withActor(deps, person, async (work) => {
    mustMay(person, "data.erase_own");
    const mine = await ordersOf(work, person);
    if (mine.some(({ open }) => open)) throw new Refusal("order.action_not_allowed");
    const ids = mine.map(({ id }) => id);
    await Promise.all([
      eraseProfile(work, person),
      eraseAddresses(work, person),
      emptyCartOf(work, person),
      eraseContacts(work, person, ids),
      coarsenDoors(work, person, ids),
      eraseMessages(work, person.accountId),
      work.tx.insert(auditLog).values({
        organisationId: person.organisationId,
        id: deps.newId(),
        accountId: person.accountId,
        doneBy: "customer",
        action: "data.erased",
        subjectKind: "account",
        subjectId: person.accountId,
        at: work.at,
      }),
    ]);
    return { erasedOrders: ids.length };
  });

const ordersOf = ({ tx }: Work, { organisationId, accountId }: Person) =>
  tx
    .select({ id: orders.id, open: sql<boolean>`${inArray(orders.status, [...OPEN_ORDER_STATUSES])}` })
    .from(orders)
    .where(and(eq(orders.organisationId, organisationId), eq(orders.accountId, accountId)));

const eraseProfile = ({ tx, at }: Work, { organisationId, accountId }: Person) =>
  tx
    .update(profiles)
    .set({ firstName: "", lastName: null, username: null, phone: null, updatedAt: at })
    .where(and(eq(profiles.organisationId, organisationId), eq(profiles.accountId, accountId)));

const eraseAddresses = ({ tx, at }: Work, { organisationId, accountId }: Person) =>
  tx
    .update(addresses)
    .set({ text: "", landmark: null, voiceMediaId: null, lat: 0, lng: 0, erasedAt: at })
    .where(and(eq(addresses.organisationId, organisationId), eq(addresses.accountId, accountId)));

const emptyCartOf = ({ tx }: Work, { organisationId, accountId }: Person) =>
  tx.delete(cartLines).where(
    and(
      eq(cartLines.organisationId, organisationId),
      inArray(
        cartLines.cartId,
        tx
          .select({ id: carts.id })
          .from(carts)
          .where(and(eq(carts.organisationId, organisationId), eq(carts.accountId, accountId))),
      ),
    ),
  );

const eraseContacts = ({ tx, at }: Work, { organisationId }: Person, orderIds: string[]) =>
  tx
    .update(orderContacts)
    .set({
      name: null,
      phone: null,
      lat: null,
      lng: null,
      addressText: null,
      landmark: null,
      voiceMediaId: null,
      note: null,
      erasedAt: at,
    })
    .where(and(eq(orderContacts.organisationId, organisationId), inArray(orderContacts.orderId, orderIds)));

const coarse = (column: typeof deliveries.dropoffLat | typeof deliveries.dropoffLng) =>
  sql<number>`round(${column}::numeric, ${COARSE_DIGITS})::float8`;

const coarsenDoors = ({ tx }: Work, { organisationId }: Person, orderIds: string[]) =>
  tx
    .update(deliveries)
    .set({ dropoffLat: coarse(deliveries.dropoffLat), dropoffLng: coarse(deliveries.dropoffLng) })
    .where(and(eq(deliveries.organisationId, organisationId), inArray(deliveries.orderId, orderIds)));
