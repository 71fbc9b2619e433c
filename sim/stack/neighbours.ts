import { spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { createClient, type TelegramClient } from "#sim/telegram/client";
import { freePort } from "./free-port";
import { diesWithUs } from "./spawn-server";

/** A process of ours on a port of its own, ready to answer. */
export type Neighbour = { url: string; stop(): void };

async function start(words: readonly string[], port: number, env: Record<string, string>): Promise<Neighbour> {
  const [program, ...rest] = [...diesWithUs("SIGKILL"), process.execPath, ...words];
  const child = spawn(program!, rest, { env: { ...process.env, ...env }, stdio: ["ignore", "ignore", "inherit"] });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 400; tries += 1) {
    const up = await fetch(url).then(
      () => true,
      () => false,
    );
    if (up) return { url, stop: () => void child.kill("SIGKILL") };
    await pause(50);
  }
  throw new Error(`${words[0]} did not come up`);
}

export async function startApi(env: Record<string, string>): Promise<Neighbour> {
  const port = await freePort(0);
  return start(["api/main.ts"], port, { ...env, PORT: String(port) });
}

/** The local Telegram with the original's limits on. */
export async function startTelegram(folder: string): Promise<Neighbour & { client: TelegramClient }> {
  const port = await freePort(0);
  const token = "local";
  const words = ["sim/telegram/main.ts", "--port", String(port), "--data", folder, "--token", token];
  const telegram = await start(words, port, {});
  return { ...telegram, client: createClient({ url: telegram.url, token }) };
}
