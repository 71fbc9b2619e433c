import type { Update } from "grammy/types";
import { type Api, ask } from "#bots/kit/api";

/** Positions are many, and only the newest counts: they pass without a record. */
export const isPosition = ({ edited_message }: Update): boolean => edited_message?.location !== undefined;

/**
 * Records a batch through the API, so that it survives us, and gives back what nobody has handled yet. To be called
 * before Telegram is told that the batch arrived.
 * @throws ApiAway when it could not be recorded: the batch must not be confirmed then
 */
export async function recordOnce(api: Api, batch: readonly Update[]): Promise<Update[]> {
  const lasting = batch.filter((update) => !isPosition(update));
  if (lasting.length === 0) return [...batch];
  const updates = lasting.map((body) => ({ updateId: body.update_id, body: body as unknown }));
  const { fresh } = await ask(api.updates.post({ updates }));
  const mine = new Set(fresh);
  return batch.filter((update) => isPosition(update) || mine.delete(update.update_id));
}
