import type { Update } from "grammy/types";
import { type Api, ask } from "#bots/kit/api";

/**
 * Records a batch through the API, so that it survives us, and gives back what nobody has handled yet. To be called
 * before Telegram is told that the batch arrived.
 * @throws ApiAway when it could not be recorded: the batch must not be confirmed then
 */
export async function recordOnce(api: Api, batch: readonly Update[]): Promise<Update[]> {
  if (batch.length === 0) return [];
  const updates = batch.map((body) => ({ updateId: body.update_id, body: body as unknown }));
  const { fresh } = await ask(api.updates.post({ updates }));
  const mine = new Set(fresh);
  return batch.filter((update) => mine.delete(update.update_id));
}
