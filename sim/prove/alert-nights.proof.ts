import { acknowledgeAlert } from "#api/modules/alerts/acknowledge-alert";
import { openAlert } from "#api/modules/alerts/open-alert";
import { ringAlert } from "#api/modules/alerts/ring-alert";
import { systemActor } from "#api/platform/actor";
import { withActor } from "#api/platform/with-actor";
import { RING_EVERY_MS } from "#shared/alert/alert-ladder";
import { type Proof, pick, tally, wholeBelow } from "./proof";

const STAFF = ["kitchen", "dispatcher", "manager", "owner"] as const;
/** Rings watched: past the last level and well into "for ever". */
const RINGS = 18;

/**
 * Nights in which anybody may be off duty, asleep or out of reach. While nobody has answered, each half minute rings,
 * and rings somebody whenever there is somebody who can be reached; and whoever is awake and reachable is rung in the end.
 */
export const alertNightsProof: Proof = {
  name: "alertNights",
  fullCases: 10_000,
  testCases: 300,
  async run({ world, random, cases }) {
    const findings = tally();
    let answered = 0;
    for (let night = 0; night < cases; night += 1) {
      const awake = new Set(STAFF.filter(() => random() < 0.25));
      const reachable = new Set(STAFF.filter(() => random() < 0.8));
      await putToBed(world, { onShift: random() < 0.5, reachable });
      const heard = await oneNight(
        world,
        awake,
        (problem) => findings.add(`night ${night}: ${problem}`),
        reachable.size > 0,
      );
      if (heard) answered += 1;
      const somebodyCould = [...awake].some((who) => reachable.has(who));
      if (somebodyCould && !heard) findings.add(`night ${night}: ${[...awake]} awake and never rung`);
      world.clock.advance(wholeBelow(random, 60_000));
    }
    return findings.outcome(cases, { answered });
  },
};

type World = Parameters<Proof["run"]>[0]["world"];

async function putToBed(
  { owner, seeded, deps }: World,
  night: { onShift: boolean; reachable: Set<string> },
): Promise<void> {
  const { organisationId, accounts, bots } = seeded;
  const out = STAFF.filter((who) => !night.reachable.has(who)).map((who) => accounts[who]!);
  const at = deps.clock.now();
  await owner`update bot_chats set unreachable_at = case when account_id = any(${out}::uuid[]) then ${at}::timestamptz end
    where organisation_id = ${organisationId} and bot_id = ${bots.staff!}`;
  await owner`update staff_shifts set ended_at = ${at} where organisation_id = ${organisationId} and ended_at is null`;
  if (night.onShift)
    await owner`insert into staff_shifts (organisation_id, id, account_id, started_at)
      values (${organisationId}, ${deps.newId()}, ${accounts.dispatcher!}, ${at})`;
}

/** @returns whether somebody who is awake was rung, and so answered */
async function oneNight(
  world: World,
  awake: Set<string>,
  complain: (problem: string) => void,
  anybody: boolean,
): Promise<boolean> {
  const { deps, seeded, clock } = world;
  const { organisationId } = seeded;
  const subjectId = deps.newId();
  const branchId = pick(deps.random, Object.values(seeded.branches));
  const alertId = await withActor(deps, systemActor(organisationId), (work) =>
    openAlert(work, deps, { kind: "order_unconfirmed", subjectId, branchId, details: {} }),
  );
  for (let ring = 1; ring <= RINGS; ring += 1) {
    const [alert] = await world.owner`
      select id, rings, state from alerts where organisation_id = ${organisationId} and id = ${alertId}`;
    if (alert?.state !== "ringing" || alert.rings !== ring) complain(`ring ${ring} did not come`);
    const rung = await rungPeople(world, alert!.id, ring);
    if (anybody && rung.length === 0) complain(`ring ${ring} went to nobody`);
    const who = STAFF.find((one) => awake.has(one) && rung.includes(seeded.accounts[one]!));
    if (who) {
      const person = { accountId: seeded.accounts[who]!, organisationId, botId: seeded.bots.staff!, roles: [who] };
      const everywhere = { branches: "all" as const, branchesOf: { [who]: "all" as const } };
      await acknowledgeAlert(deps, { ...person, ...everywhere, courierId: null, sessionId: null }, { id: alert!.id });
      return true;
    }
    clock.advance(RING_EVERY_MS);
    await ringAlert(deps, { organisationId, subjectId: alert!.id });
  }
  await world.owner`update alerts set state = 'resolved', ring_again_at = null
    where organisation_id = ${organisationId} and id = ${alertId}`;
  return false;
}

async function rungPeople({ owner, seeded }: World, alertId: string, ring: number): Promise<string[]> {
  const rows = await owner`
    select n.recipient_id as id from notifications n
    join bot_chats c on c.account_id = n.recipient_id and c.bot_id = n.bot_id and c.unreachable_at is null
    where n.organisation_id = ${seeded.organisationId} and n.kind = 'alert.ring' and n.subject_id = ${alertId} and n.version = ${ring}`;
  return rows.map((row) => row.id);
}
