import { readOptions } from "./read-options";
import { startTelegram } from "./start-telegram";

/** `bun sim/telegram/main.ts`: the local Telegram as a process of its own, on the loopback interface. */
async function main(): Promise<void> {
  if (process.env.NODE_ENV === "production") {
    console.error("The local Telegram can be anybody: it does not start when NODE_ENV is production.");
    process.exit(1);
  }
  const telegram = await startTelegram(readOptions(process.argv.slice(2), process.env));
  console.log(`Local Telegram: ${telegram.pageUrl}`);
  console.log(`API root for bots: ${telegram.url}`);

  const stop = () => void telegram.stop().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

await main();
