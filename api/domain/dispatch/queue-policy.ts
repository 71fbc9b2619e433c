import { ladderPolicy, type Rank } from "./ladder-policy";

/** Who has been free longest stands first; the last who returned waits behind. Whoever is under way is not in the queue. */
export const rankByQueue: Rank = (nearby, _search, { nowMs }) =>
  nearby
    .filter(({ courier }) => courier.plan.length === 0)
    .map(({ courier, metres }) => {
      const freeSeconds = Math.max(0, nowMs - (courier.freeSinceMs ?? nowMs)) / 1_000;
      return { courierId: courier.id, value: freeSeconds, reasons: { freeSeconds, pickupMetres: metres } };
    })
    .sort((a, b) => b.value - a.value || (a.courierId < b.courierId ? -1 : 1));

/** First come, first served around each branch: riders trust what they can check with their own eyes. */
export const queuePolicy = ladderPolicy({ name: "queue", rank: rankByQueue });
