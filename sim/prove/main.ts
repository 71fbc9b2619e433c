/** Counts what no example can show: `bun run prove [-- --seed N --share 0.1 --only NAME]`. One line of JSON a proof. */
import { parseArgs } from "node:util";
import { seededRandom } from "#shared/kernel/random";
import { createDatabase } from "#sim/testing/create-database";
import { startTestServers } from "#sim/testing/test-servers";
import { createWorldOn } from "#sim/testing/world";
import { PROOFS } from "./proofs";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    share: { type: "string", default: "1" },
    only: { type: "string" },
  },
});
const seed = Number(values.seed);
const { servers, stop } = await startTestServers();
let bad = 0;
try {
  for (const proof of PROOFS.filter(({ name }) => !values.only || name === values.only)) {
    const world = await createWorldOn(await createDatabase(servers));
    const cases = Math.max(1, Math.round(proof.fullCases * Number(values.share)));
    console.error(`${proof.name}: ${cases} cases, seed ${seed}`);
    const startMs = performance.now();
    const { examples, figures, ...counts } = await proof.run({ world, random: seededRandom(seed), seed, cases });
    const seconds = Math.round((performance.now() - startMs) / 100) / 10;
    for (const example of examples) console.error(`  ${example}`);
    console.log(JSON.stringify({ proof: proof.name, seed, ...counts, ...figures, seconds }));
    bad += counts.bad;
    await world.close();
  }
} finally {
  await stop();
}
process.exit(bad === 0 ? 0 : 1);
