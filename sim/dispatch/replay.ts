/** `bun run dispatch:replay <round>`: decides a recorded round again and says whether it comes out the same. */
import { eq } from "drizzle-orm";
import type { RoundPart } from "#api/modules/dispatch/decide-parts";
import { dispatchRounds } from "#drizzle/schema/index";
import { openInstallation } from "./open-database";
import { replayRound } from "./replay-round";

const [roundId] = process.argv.slice(2);
if (!roundId) throw new Error("Which round? bun run dispatch:replay <round id>, see dispatch:explain");
const { db, close } = openInstallation();
try {
  const [round] = await db.select().from(dispatchRounds).where(eq(dispatchRounds.id, roundId));
  if (!round) throw new Error(`There is no round ${roundId}; rounds are kept for three days`);
  const replayed = replayRound(round.parts as RoundPart[]);
  for (const { policy, same, recorded, now } of replayed.filter((part) => !part.same))
    console.log(`${policy}, same ${same}\nrecorded ${JSON.stringify(recorded)}\nnow      ${JSON.stringify(now)}`);
  console.log(
    JSON.stringify({
      round: round.id,
      at: round.at,
      same: replayed.every(({ same }) => same),
      policies: replayed.map(({ policy }) => policy),
      offers: replayed.reduce((sum, { now }) => sum + now.offers.length, 0),
    }),
  );
} finally {
  await close();
}
