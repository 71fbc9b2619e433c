import type { Movement } from "#api/domain/money/movement";
import { connectionOf } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import type { Work } from "#api/platform/with-actor";

/** Writes a movement with its entries in one statement. What its cause has already moved is left as it is. */
export async function postMovement(work: Work, { newId }: Pick<Deps, "newId">, movement: Movement): Promise<void> {
  const { kind, causeId, orderId, courierId, currency } = movement;
  const { organisationId } = work.actor;
  const entries = movement.entries.map(({ account, partyId, amountMinor }, position) => ({
    position,
    account,
    party_id: partyId,
    amount_minor: amountMinor,
  }));
  await connectionOf(work.tx)`
    with movement as (
      insert into money_movements (organisation_id, id, kind, cause_id, order_id, courier_id, currency, at)
      values (${organisationId}, ${newId()}, ${kind}, ${causeId}, ${orderId}, ${courierId}, ${currency},
        ${work.at.toISOString()})
      on conflict (organisation_id, kind, cause_id) do nothing
      returning organisation_id, id
    )
    insert into money_entries (organisation_id, movement_id, position, account, party_id, amount_minor)
    select m.organisation_id, m.id, e.position, e.account, e.party_id, e.amount_minor
    from movement m, jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
      as e(position smallint, account ledger_account, party_id uuid, amount_minor bigint)`;
}
