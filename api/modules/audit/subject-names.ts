import { connectionOf } from "#api/platform/database";
import type { Work } from "#api/platform/with-actor";
import type { Id } from "#shared/kernel/ids";

type Subject = { subjectKind: string; subjectId: Id };

/** How people call what was changed, by its id; also of what is archived by now. */
export async function subjectNames({ tx, actor }: Work, subjects: readonly Subject[]): Promise<Map<Id, string>> {
  const ids = [...new Set(subjects.map(({ subjectId }) => subjectId))];
  if (ids.length === 0) return new Map();
  const { organisationId } = actor;
  const rows = await connectionOf(tx)<{ id: Id; name: string }[]>`
    with wanted as (select unnest(${ids}::uuid[]) as id)
    select b.id, b.name->>'en' as name from branches b join wanted using (id) where b.organisation_id = ${organisationId}
    union all
    select z.id, z.name from zones z join wanted using (id) where z.organisation_id = ${organisationId}
    union all
    select i.id, i.name->>'en' from items i join wanted using (id) where i.organisation_id = ${organisationId}
    union all
    select b.id, '@' || b.username from bots b join wanted using (id) where b.organisation_id = ${organisationId}
    union all
    select o.id, o.code from orders o join wanted using (id) where o.organisation_id = ${organisationId}
    union all
    select x.id, concat_ws(' ', p.first_name, p.last_name)
    from (select organisation_id, id, account_id from memberships union all
      select organisation_id, id, account_id from couriers) x
    join wanted using (id)
    join profiles p on p.organisation_id = x.organisation_id and p.account_id = x.account_id
    where x.organisation_id = ${organisationId}`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
