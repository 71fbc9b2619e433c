import type { Person } from "#api/platform/actor";
import { loadActor } from "#api/platform/auth/load-actor";
import type { Deps } from "#api/platform/deps";
import type { Notification, NotificationKind } from "#shared/contracts/notifications";
import type { View } from "#shared/contracts/views";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";
import { composeSeveral, type ToCompose } from "./compose-several";
import { composeOf } from "./composers";

export type Addressed = { recipientId: Id; notification: Notification };
type Whose = { organisationId: Id; botId: Id };

/**
 * What the bot writes from: each subject as it is now, as its recipient may see it. Somebody who may not see it any more
 * (suspended, taken off the order) has nothing to hear.
 * @returns in the order of `addressed`; null when composing failed by a bug: logged, and tried again when the lease is
 *   over, until it is given up. One broken subject must not keep a bot from sending all the others.
 */
export async function composeViews(
  deps: Deps,
  whose: Whose,
  addressed: readonly Addressed[],
): Promise<(View | null)[]> {
  const readers = await Promise.all(addressed.map(({ recipientId }) => readerOf(deps, whose, recipientId)));
  const views = readers.map((reader) => reader.view);
  const asked = addressed.flatMap(({ notification: body }, place) => {
    const { person } = readers[place]!;
    return person ? [{ place, person, body }] : [];
  });
  const byKind = Map.groupBy(asked, ({ body }) => body.kind);
  await Promise.all(
    [...byKind].map(async ([kind, alike]) => {
      const composed = await composeKind(deps, whose.organisationId, kind, alike);
      for (const [index, { place }] of alike.entries()) views[place] = composed[index]!;
    }),
  );
  return views;
}

type Reader = { person: Person | null; view: View | null };

/** Without a person: the view is all that there is. Whoever was suspended hears nothing here. */
async function readerOf(deps: Deps, { organisationId, botId }: Whose, accountId: Id): Promise<Reader> {
  try {
    const actor = await loadActor(deps, { organisationId, botId, accountId });
    return { person: { ...actor, organisationId, botId, accountId, sessionId: null }, view: null };
  } catch (error) {
    return { person: null, view: viewInPlace(deps, error, "reader") };
  }
}

function viewInPlace(deps: Deps, error: unknown, kind: string): View | null {
  if (error instanceof Refusal) return { kind: "gone" };
  deps.log.error({ err: error, kind }, "a view could not be composed");
  return null;
}

async function composeKind(
  deps: Deps,
  organisationId: Id,
  kind: NotificationKind,
  asked: readonly ToCompose[],
): Promise<(View | null)[]> {
  try {
    const several = composeSeveral(deps, organisationId, kind, asked);
    if (several) return await several;
  } catch (error) {
    deps.log.warn({ err: error, kind }, "views could not be composed together, now one by one");
  }
  return Promise.all(asked.map((one) => composeOne(deps, one)));
}

async function composeOne(deps: Deps, { person, body }: ToCompose): Promise<View | null> {
  try {
    return await composeOf(deps, person, body);
  } catch (error) {
    return viewInPlace(deps, error, body.kind);
  }
}
