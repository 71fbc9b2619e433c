import { and, desc, eq, isNull } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { addresses } from "#drizzle/schema/index";
import type { AddressView, NewAddress } from "#shared/contracts/address";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";

/** As many as somebody keeps apart by their landmarks. */
const SHOWN_MAX = 20;

/** My addresses, the one used last first. */
export const seeAddresses = (deps: Deps, person: Person): Promise<AddressView[]> =>
  withActor(deps, person, async ({ tx }) => {
    mustMay(person, "address.edit_own");
    const rows = await tx
      .select()
      .from(addresses)
      .where(mine(person))
      .orderBy(desc(addresses.usedAt), desc(addresses.id))
      .limit(SHOWN_MAX);
    return rows.map(viewOf);
  });

export const keepAddress = (deps: Deps, person: Person, address: NewAddress): Promise<AddressView> =>
  withActor(deps, person, async ({ tx, at }) => {
    mustMay(person, "address.edit_own");
    const { organisationId, accountId } = person;
    const [row] = await tx
      .insert(addresses)
      .values({ ...address, organisationId, id: deps.newId(), accountId, usedCount: 0, usedAt: at })
      .returning();
    return viewOf(row!);
  });

/** @throws Refusal `address.not_found` */
export const changeAddress = (
  deps: Deps,
  person: Person,
  { id, ...address }: NewAddress & { id: Id },
): Promise<AddressView> =>
  withActor(deps, person, async (work) => {
    mustMay(person, "address.edit_own");
    return viewOf(await change(work, person, id, { landmark: null, voiceMediaId: null, ...address }));
  });

/** The row stays, empty: orders and statistics may have counted it. @throws Refusal `address.not_found` */
export const forgetAddress = (deps: Deps, person: Person, id: Id): Promise<AddressView> =>
  withActor(deps, person, async (work) => {
    mustMay(person, "address.edit_own");
    const gone = { text: "", landmark: null, voiceMediaId: null, lat: 0, lng: 0, erasedAt: work.at };
    return viewOf(await change(work, person, id, gone));
  });

async function change({ tx }: Work, person: Person, id: Id, set: Partial<typeof addresses.$inferInsert>) {
  const [row] = await tx
    .update(addresses)
    .set(set)
    .where(and(mine(person), eq(addresses.id, id)))
    .returning();
  if (!row) throw new Refusal("address.not_found");
  return row;
}

const mine = ({ organisationId, accountId }: Person) =>
  and(eq(addresses.organisationId, organisationId), eq(addresses.accountId, accountId), isNull(addresses.erasedAt));

const viewOf = ({
  id,
  lat,
  lng,
  text,
  landmark,
  voiceMediaId,
  usedAt,
}: typeof addresses.$inferSelect): AddressView => ({
  id,
  lat,
  lng,
  text,
  landmark,
  voiceMediaId,
  usedAt: usedAt.toISOString(),
});
