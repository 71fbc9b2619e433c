import type { Clock } from "#shared/kernel/clock";
import type { Point } from "#shared/kernel/geo";
import type { Milliseconds } from "#shared/kernel/units";
import { spotOf } from "#sim/city/mind/deed";
import type { Luck } from "#sim/city/mind/luck";
import { decideCourier, type Street } from "#sim/city/people/decide-courier";
import { createDrive } from "#sim/city/road/drive";
import { ClientRefusal } from "#sim/telegram/client/caller";
import type { PhoneChat } from "#sim/telegram/client/phone-chat";
import type { SeenMessage } from "#sim/telegram/world/person-event";
import { type Actor, type ActorDeps, createActor, isAway } from "./create-actor";

export type CourierOptions = ActorDeps & {
  luck: Luck;
  /** Where he waits for work, and is first found. */
  home: Point;
  speedKmh: number;
  street: Street;
  /** An offer that he leaves to a colleague. None by default. */
  leaves?: (offer: SeenMessage) => boolean;
};

/** Business time between two positions on the road, and standing still; never more often than machine time allows. */
const REPORT_EVERY_MS = 4_000;
const STILL_EVERY_MS = 20_000;
const REPORT_MIN_REAL_MS = 400;
/** How often he looks up from the phone: at the counter, at the door. */
const LOOK_EVERY_MS = 3_000;
/** Who was away for longer begins a new share: the house has sent him home meanwhile. */
const STALE_SHARE_MS = 600_000;

/** A courier: shares a live location, answers offers, drives from door to door and hands over. */
export function createCourierActor(options: CourierOptions): Actor {
  const { chat, clock, luck, home, speedKmh, street, leaves = () => false, isHandsOff = () => false } = options;
  const share = { found: currentShare(chat, clock), reportedMs: 0, lookedMs: 0, isElsewhere: false };
  const drive = createDrive({ at: placeOf(share.found) ?? home, speedKmh, luck });

  const actor = createActor(options, (sight) => {
    share.found = currentShare(chat, clock, share.found);
    const nowMs = clock.now().getTime();
    share.lookedMs = nowMs;
    const { at } = drive.place(nowMs);
    const { goal, wishes } = decideCourier({ sight, at, home, isSharing: share.found !== null, street, leaves, luck });
    drive.goTo(goal, nowMs);
    return wishes;
  });

  /** Somebody else may have driven: he goes on from where his share is. */
  const takeOver = () => {
    if (share.isElsewhere) drive.standAt(placeOf(currentShare(chat, clock, share.found)) ?? home);
    share.isElsewhere = false;
  };

  const report = async (nowMs: Milliseconds) => {
    const place = drive.place(nowMs);
    const everyMs = Math.max(place.isThere ? STILL_EVERY_MS : REPORT_EVERY_MS, REPORT_MIN_REAL_MS * clock.speed);
    if (!share.found || nowMs - share.reportedMs < everyMs) return;
    share.reportedMs = nowMs;
    await move(chat, share.found, place.at, place.headingDegrees);
  };

  return {
    ...actor,
    step: async () => {
      const nowMs = clock.now().getTime();
      share.isElsewhere ||= isHandsOff();
      if (isHandsOff()) return;
      takeOver();
      if (nowMs - share.lookedMs > LOOK_EVERY_MS) actor.wake();
      await actor.step();
      await report(nowMs);
    },
  };
}

async function move(chat: PhoneChat, { message_id: message }: SeenMessage, at: Point, heading: number): Promise<void> {
  const place = { person: chat.phone.id, chat: chat.id, message };
  await chat.phone
    .call("moveLive", { ...place, ...spotOf(at), heading, horizontal_accuracy: 8 })
    .catch((error: unknown) => {
      if (!(error instanceof ClientRefusal) && !isAway(error)) throw error;
    });
}

/** The share under way: the newest of the chat, or the one known from before, long scrolled away. */
function currentShare(chat: PhoneChat, clock: Clock, known: SeenMessage | null = null): SeenMessage | null {
  const nowS = clock.now().getTime() / 1_000;
  const newest = chat.messages.findLast((message) => message.mine && message.location && message.live_until);
  const share = newest ?? known;
  if (!share || (share.live_until ?? 0) <= nowS) return null;
  const heardMs: Milliseconds = (nowS - (share.edit_date ?? share.date)) * 1_000;
  return known === null && heardMs > STALE_SHARE_MS ? null : share;
}

const placeOf = (share: SeenMessage | null): Point | null =>
  share?.location ? { lat: share.location.latitude, lng: share.location.longitude } : null;
