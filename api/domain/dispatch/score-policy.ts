import { ladderPolicy, type Rank } from "./ladder-policy";
import { scoreCourier } from "./score-courier";

/** Best score first; ties by id, so that a round can be repeated. */
export const rankByScore: Rank = (nearby, { radiusMetres }) =>
  nearby
    .map(({ courier, metres }) => {
      const { points, ...parts } = scoreCourier(courier, metres, radiusMetres);
      return { courierId: courier.id, value: points, reasons: { points, ...parts, pickupMetres: metres } };
    })
    .sort((a, b) => b.value - a.value || (a.courierId < b.courierId ? -1 : 1));

/** The simple policy: the nearest good courier is asked first. */
export const scorePolicy = ladderPolicy({ name: "score", rank: rankByScore });

/** Everyone near is asked at once; the first to accept gets it. */
export const broadcastPolicy = ladderPolicy({ name: "broadcast", rank: rankByScore, firstStep: "everyone" });
