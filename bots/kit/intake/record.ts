import type { Update } from "grammy/types";
import { type Api, ApiRefusal, ask } from "#bots/kit/api";
import type { Log } from "#bots/kit/log";

/** As many as the API takes at once. */
const AT_ONCE = 100;

/**
 * Records a batch through the API, so that it survives us, and gives back what nobody has handled yet. To be called
 * before Telegram is told that the batch arrived. An update that the API refuses to keep is handled all the same: one
 * odd message must not hold up everybody behind it.
 * @throws ApiAway when it could not be recorded: the batch must not be confirmed then
 */
export async function recordOnce(api: Api, log: Log, batch: readonly Update[]): Promise<Update[]> {
  const different = [...new Map(batch.map((update) => [update.update_id, update])).values()];
  const fresh: Update[] = [];
  for (let i = 0; i < different.length; i += AT_ONCE)
    fresh.push(...(await recordSome(api, log, different.slice(i, i + AT_ONCE))));
  return fresh;
}

async function recordSome(api: Api, log: Log, some: readonly Update[]): Promise<Update[]> {
  const updates = some.map((body) => ({ updateId: body.update_id, body: body as unknown }));
  try {
    const { fresh } = await ask(api.updates.post({ updates }));
    return some.filter((update) => fresh.includes(update.update_id));
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    if (some.length > 1) return (await Promise.all(some.map((update) => recordSome(api, log, [update])))).flat();
    log.error(
      { code: error.code, updateId: some[0]?.update_id },
      "an update could not be recorded and is handled unrecorded",
    );
    return [...some];
  }
}
