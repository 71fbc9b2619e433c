import { acceptOffer } from "#api/modules/offers/accept-offer";
import { declineOffer } from "#api/modules/offers/decline-offer";
import { expireOffer } from "#api/modules/offers/expire-offer";
import { actOnOrder } from "#api/modules/orders/act-on-order";
import type { Person } from "#api/platform/actor";
import type { DeliveryStatus } from "#shared/delivery/delivery-status";
import { ORDER_WHILE } from "#shared/delivery/order-and-delivery";
import type { Random } from "#shared/kernel/random";
import { Refusal } from "#shared/kernel/refusal";
import type { Doer } from "#shared/kernel/role";
import type { OrderStatus } from "#shared/order/order-status";
import type { World } from "#sim/testing/world";
import { type Proof, pick, tally, wholeBelow } from "./proof";
import { hireRiders, type Race, type Rider, stageRace } from "./stage-race";

/** Races that run beside each other, each with couriers of its own, so that the database is kept busy. */
const LANES = 6;

type Move = { what: string; run(): Promise<unknown> };

/**
 * Accept, decline, expire and cancel on two orders and three couriers, all at once and in any order: in the end each
 * order has at most one courier, every offer has ended as the rest says, and order and delivery fit together.
 */
export const interleavingsProof: Proof = {
  name: "interleavings",
  fullCases: 100_000,
  testCases: 300,
  async run({ world, random, cases }) {
    const findings = tally();
    let run = 0;
    let accepted = 0;
    const lane = async (number: number) => {
      const riders = await hireRiders(world, number);
      while (run < cases) {
        run += 1;
        const race = await stageRace(world, riders);
        const moves = movesOf(world, race, random);
        await Promise.all(moves.map((move) => settled(move, findings.add)));
        const { problems, winners } = await look(world, race);
        accepted += winners;
        for (const problem of problems) findings.add(`${problem} after ${moves.map((move) => move.what).join(", ")}`);
        await setFree(world, race);
      }
    };
    await Promise.all(Array.from({ length: LANES }, (_, number) => lane(number)));
    return findings.outcome(cases, { accepted });
  },
};

function movesOf(world: World, race: Race, random: Random): Move[] {
  return Array.from({ length: 3 + wholeBelow(random, 5) }, () => {
    const order = pick(random, race.orders);
    const rider = pick(random, race.riders);
    const number = race.orders.indexOf(order) + 1;
    const id = order.offers[rider.courierId]!;
    const courier = person(world, "courier", rider);
    const kinds: Record<string, () => Promise<unknown>> = {
      accept: () => acceptOffer(world.deps, courier, { id }),
      "accept again": () => acceptOffer(world.deps, courier, { id }),
      decline: () => declineOffer(world.deps, courier, { id, reason: "too_far" }),
      expire: () => expireLate(world, id),
      cancel: () =>
        actOnOrder(world.deps, person(world, "customer"), {
          id: order.orderId,
          action: "cancel",
          reason: "changed_mind",
        }),
      "call off": () =>
        actOnOrder(world.deps, person(world, "dispatcher"), {
          id: order.orderId,
          action: "call_off",
          reason: "no_courier",
        }),
    };
    const [what, run] = pick(random, Object.entries(kinds));
    return { what: `${what} ${number} by rider ${race.riders.indexOf(rider) + 1}`, run };
  });
}

/** As the sweeper does, once the offer's time is over for whoever looks at it. */
async function expireLate(world: World, offerId: string): Promise<void> {
  await world.owner`update offers set expires_at = offered_at where id = ${offerId} and status = 'live'`;
  await expireOffer(world.deps, { organisationId: world.seeded.organisationId, subjectId: offerId });
}

const BOT = { customer: "customer", courier: "courier", dispatcher: "staff" } as const;

const person = ({ seeded }: World, role: keyof typeof BOT & Doer, rider?: Rider): Person => ({
  accountId: rider?.accountId ?? seeded.accounts[role]!,
  organisationId: seeded.organisationId,
  botId: seeded.bots[BOT[role]]!,
  roles: [role],
  branches: "all",
  branchesOf: { [role]: "all" },
  courierId: rider?.courierId ?? null,
  sessionId: null,
});

/** A business "no" is a fine answer; anything else that is thrown is a finding. */
async function settled({ what, run }: Move, add: (example: string) => void): Promise<void> {
  await run().catch((error: unknown) => {
    if (!(error instanceof Refusal)) add(`${what} threw ${error}`);
  });
}

async function look({ owner, seeded }: World, race: Race): Promise<{ problems: string[]; winners: number }> {
  const rows = await owner<Seen[]>`
    select o.status as "order", d.status as delivery, d.courier_id as courier,
      count(*) filter (where f.status = 'accepted')::int as accepted,
      count(*) filter (where f.status = 'live')::int as live,
      (array_agg(f.courier_id) filter (where f.status = 'accepted'))[1] as winner
    from orders o join deliveries d on d.organisation_id = o.organisation_id and d.order_id = o.id
    join trip_stops s on s.organisation_id = o.organisation_id and s.delivery_id = d.id and s.kind = 'pickup'
    join offers f on f.organisation_id = o.organisation_id and f.trip_id = s.trip_id
    where o.organisation_id = ${seeded.organisationId} and o.id = any(${race.orders.map((one) => one.orderId)}::uuid[])
    group by o.id, o.status, d.id, d.status, d.courier_id`;
  const problems = rows.flatMap((row) => problemsOf(row));
  if (rows.length !== race.orders.length) problems.push("an order is gone");
  return { problems, winners: rows.reduce((sum, row) => sum + row.accepted, 0) };
}

type Seen = {
  order: OrderStatus;
  delivery: DeliveryStatus;
  courier: string | null;
  accepted: number;
  live: number;
  winner: string | null;
};

function problemsOf({ order, delivery, courier, accepted, live, winner }: Seen): string[] {
  const problems: string[] = [];
  if (accepted > 1) problems.push(`${accepted} couriers have it`);
  if (!ORDER_WHILE[delivery].includes(order)) problems.push(`${order} with ${delivery}`);
  if (delivery === "assigned" && (courier === null || courier !== winner))
    problems.push("assigned to nobody who accepted");
  if (delivery !== "offered" && live > 0) problems.push(`an offer lives on while ${delivery}`);
  if (delivery === "offered" && live === 0) problems.push("offered to nobody");
  return problems;
}

/** The next race finds the couriers free. */
async function setFree({ owner, seeded }: World, race: Race): Promise<void> {
  const trips = race.orders.map((order) => order.tripId);
  const orders = race.orders.map((order) => order.orderId);
  const org = seeded.organisationId;
  await owner`
    with freed as (update trips set status = 'cancelled', courier_id = null
        where organisation_id = ${org} and id = any(${trips}::uuid[])),
      withdrawn as (update offers set status = 'withdrawn'
        where organisation_id = ${org} and trip_id = any(${trips}::uuid[]) and status = 'live'),
      ended as (update deliveries set status = 'cancelled', closed_at = now(), courier_id = null
        where organisation_id = ${org} and order_id = any(${orders}::uuid[]))
    update orders set status = 'cancelled', closed_at = now()
      where organisation_id = ${org} and id = any(${orders}::uuid[])`;
}
