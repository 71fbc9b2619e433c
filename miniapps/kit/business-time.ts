import { useEffect, useState } from "react";

type Reading = { nowMs: number; speed: number; atMs: number };

/** What the API's clock said, and when by the page's own stopwatch: the device's clock may be wrong by hours. */
let reading: Reading = { nowMs: Date.now(), speed: 1, atMs: performance.now() };

/** Business time in epoch milliseconds; before the first answer of the API, the device's. */
export const businessNowMs = (): number => reading.nowMs + (performance.now() - reading.atMs) * reading.speed;

const READ_EVERY_MS = 120_000;

/** Follows the API's clock; phones that sleep stop the stopwatch, so it is read anew whenever the page comes back. */
export function followBusinessTime(): void {
  const read = async () => {
    const askedAtMs = performance.now();
    const reply = await fetch("/time").catch(() => null);
    if (!reply?.ok) return;
    const { nowMs, speed } = (await reply.json()) as { nowMs: number; speed: number };
    const atMs = (askedAtMs + performance.now()) / 2;
    reading = { nowMs, speed, atMs };
  };
  void read();
  setInterval(read, READ_EVERY_MS);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && void read());
}

/** Business time that moves: the screen is drawn again every so often. */
export function useBusinessNow(everyMs = 1_000): number {
  const [nowMs, setNowMs] = useState(businessNowMs);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(businessNowMs()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return nowMs;
}
