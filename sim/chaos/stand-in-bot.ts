/**
 * Stands in for the bots process: claims, "sends" into a file that plays Telegram, reports. Telegram sometimes answers
 * 429, 502, nothing at all, or takes the message and loses its answer. A process of its own, to be killed.
 */
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { Claimed, type ClaimedNotification } from "#shared/contracts/outlet";
import { seededRandom } from "#shared/kernel/random";
import { appendSent, sentOf } from "./sent-log";

const env = z
  .object({
    CHAOS_API_URL: z.url(),
    CHAOS_SENT_LOG: z.string(),
    CHAOS_SEED: z.coerce.number(),
    CHAOS_BOTS: z.string().transform((text) => z.record(z.string(), z.string()).parse(JSON.parse(text))),
    SERVICE_TOKEN: z.string(),
  })
  .parse(process.env);

const POLL_MS = 200;
const HANG_MS = 1_500;
const random = seededRandom(env.CHAOS_SEED + process.pid);

type Outcome =
  | { outcome: "sent"; messageId: number }
  | { outcome: "retry"; afterSeconds: number; maybeShown?: boolean };

/** What Telegram does with one message. */
async function send(claimed: ClaimedNotification): Promise<Outcome> {
  const luck = random();
  if (luck < 0.03) return { outcome: "retry", afterSeconds: 1 }; // 429
  if (luck < 0.06) return { outcome: "retry", afterSeconds: 0.2, maybeShown: true }; // 502
  if (luck < 0.07) {
    await pause(HANG_MS);
    return { outcome: "retry", afterSeconds: 0.2, maybeShown: true };
  }
  const messageId = claimed.editMessageId ?? 1 + Math.floor(random() * 2 ** 40);
  appendSent(env.CHAOS_SENT_LOG, { ...sentOf(claimed), messageId });
  const isLost = luck < 0.09; // the answer
  return isLost ? { outcome: "retry", afterSeconds: 0.1, maybeShown: true } : { outcome: "sent", messageId };
}

async function drain(botId: string): Promise<void> {
  const headers = {
    authorization: `Bearer ${env.SERVICE_TOKEN}`,
    "x-bot-id": botId,
    "content-type": "application/json",
  };
  const post = (path: string, body: unknown) =>
    fetch(`${env.CHAOS_API_URL}${path}`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(5_000),
    });
  for (;;) {
    try {
      const reply = await post("/notifications/claim", { limit: 50 });
      const { notifications } = Claimed.parse(await reply.json());
      await Promise.all(
        notifications.map(async (claimed) => {
          const outcome = await send(claimed);
          await post(`/notifications/${claimed.id}/receipt`, { ...outcome, leaseId: claimed.leaseId });
        }),
      );
      if (notifications.length === 0) await pause(POLL_MS);
    } catch {
      await pause(POLL_MS); // the API is away; the ledger is not
    }
  }
}

await Promise.all(Object.values(env.CHAOS_BOTS).map(drain));
