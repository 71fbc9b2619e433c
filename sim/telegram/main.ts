import { join } from "node:path";
import { parseArgs } from "node:util";
import { createClock } from "#shared/kernel/clock";
import { startTelegram } from "./start-telegram";

/** `bun sim/telegram/main.ts [--port 8081] [--data .data/telegram] [--limits off]`: the local Telegram as a process of its own. */
async function main(): Promise<void> {
  if (process.env.NODE_ENV === "production") {
    console.error("The local Telegram can be anybody: it does not start when NODE_ENV is production.");
    process.exit(1);
  }
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "8081" },
      data: { type: "string", default: join(".data", "telegram") },
      limits: { type: "string", default: "telegram" },
      speed: { type: "string", default: "1" },
      token: { type: "string" },
    },
  });
  const nowMs = Date.now();
  const clock = createClock(Date.now, { originMs: nowMs, realOriginMs: nowMs, speed: Number(values.speed) });
  const telegram = await startTelegram({
    port: Number(values.port),
    clock,
    dataDirectory: values.data,
    limits: values.limits === "off" ? "off" : "telegram",
    token: values.token ?? process.env.TELEGRAM_SIM_TOKEN,
  });
  console.log(`Local Telegram: ${telegram.pageUrl}`);
  console.log(`API root for bots: ${telegram.url}`);

  const stop = () => void telegram.stop().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

await main();
