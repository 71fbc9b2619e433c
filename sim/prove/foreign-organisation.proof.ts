import type { World } from "#sim/testing/world";
import { fitting } from "./from-schema";
import { signInNeighbours } from "./neighbour";
import { type Proof, tally } from "./proof";
import { type Route, routesOf } from "./routes";
import { hireRiders, stageRace } from "./stage-race";

/**
 * Every route, as everybody of another business, with ids of this one in every place that takes an id: none is answered
 * with a "yes", and no answer carries an id of this business.
 */
export const foreignOrganisationProof: Proof = {
  name: "foreignOrganisation",
  fullCases: 1, // the matrix is what it is
  testCases: 1,
  async run({ world, random }) {
    const findings = tally();
    await stageRace(world, await hireRiders(world, 0));
    const people = await signInNeighbours(world);
    const ids = await idsOf(world);
    const all = [...ids.values()].flat();
    let tried = 0;
    for (const route of routesOf(world))
      for (const [role, caller] of Object.entries(people))
        for (const [table, [id]] of takesIds(route) ? ids : [...ids].slice(0, 1)) {
          const making = { random, id: () => id! };
          const path = pathWith(route, id!);
          const query = route.query ? `?${new URLSearchParams(flat(fitting(route.query, making)))}` : "";
          const body = route.body ? fitting(route.body, making) : undefined;
          const reply = await caller.send(route.method, `${path}${query}`, body);
          tried += 1;
          const asked = JSON.stringify([path, query, body]);
          const answered = JSON.stringify(reply.body);
          if (reply.status < 300 && asked.includes(id!))
            findings.add(`${route.method} ${route.path} by ${role}, id of ${table}: ${reply.status}`);
          const leak = all.find((one) => answered.includes(one) && !asked.includes(one));
          if (leak) findings.add(`${route.method} ${route.path} by ${role} tells ${leak}`);
        }
    return findings.outcome(tried, { routes: routesOf(world).length, roles: Object.keys(people).length });
  },
};

/** A route with no place for an id is asked once: only what it tells can be wrong. */
const takesIds = ({ parameters, body, query }: Route): boolean =>
  parameters.length > 0 || body !== null || query !== null;

/** Ids of this business's rows, by table: the table list is read from the database, so that a new one is in it. */
async function idsOf({ owner, seeded }: World): Promise<Map<string, string[]>> {
  const tables = await owner<{ name: string }[]>`
    select table_name as name from information_schema.columns c where table_schema = 'public' and column_name in ('id', 'organisation_id')
      and not exists (select from pg_inherits i where i.inhrelid = table_name::regclass)
    group by table_name having count(*) = 2 order by table_name`;
  const found = new Map<string, string[]>([["organisations", [seeded.organisationId]]]);
  for (const { name } of tables) {
    const rows =
      await owner`select id::text from ${owner(name)} where organisation_id = ${seeded.organisationId} limit 50`;
    if (rows.length > 0)
      found.set(
        name,
        rows.map((row) => row.id),
      );
  }
  return found;
}

/** Ids where ids are asked for; an action or a number where those are. */
const pathWith = ({ path, parameters }: Route, id: string): string =>
  parameters.reduce((text, name) => text.replace(`:${name}`, valueFor(name, id)), path).replace("*", id);

const valueFor = (name: string, id: string): string => (name === "action" ? "confirm" : name === "updateId" ? "1" : id);

const flat = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(value as Record<string, unknown>).map(([key, one]) => [key, String(one)]));
