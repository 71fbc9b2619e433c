import { createIds } from "#api/platform/ids";
import { createClock } from "#shared/kernel/clock";
import { createCaller } from "#sim/telegram/client/caller";
import { startCity } from "./city";
import { furnishCity } from "./furnish-city";
import { CITY_HAND } from "./hands";
import { readOptions } from "./read-options";
import { settleCity } from "./settle-city";

/** `bun sim/city/main.ts`: the people of the city as a process of their own. Whatever they know is on their phones. */
const { port, databaseUrl, clock: settings, ...options } = readOptions(process.env);
const clock = createClock(Date.now, settings);
await settleCity(databaseUrl, { newId: createIds(clock), at: clock.now() });
await furnishCity(createCaller({ ...options.telegram, hand: CITY_HAND }));
const city = await startCity({
  ...options,
  clock,
  random: Math.random,
  problem: (error) => console.error(error),
});
Bun.serve({ hostname: "127.0.0.1", port, fetch: () => Response.json({ ready: true }) });
console.log(`The city lives: ${options.ordersPerHour} orders an hour.`);

const stop = () => void city.stop().then(() => process.exit(0));
process.once("SIGINT", stop);
process.once("SIGTERM", stop);
