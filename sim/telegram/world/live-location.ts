import type { Location } from "grammy/types";
import { changeMessage } from "./change-message";
import type { Chat, StoredMessage } from "./state";
import type { World } from "./world";

/** A share that never ends by itself. */
export const FOREVER_S = 0x7fffffff;

export type Whereabouts = Pick<Location, "latitude" | "longitude"> &
  Partial<Pick<Location, "heading" | "horizontal_accuracy" | "proximity_alert_radius" | "live_period">>;

export const isLive = (world: World, stored: StoredMessage): boolean =>
  stored.liveUntilS !== undefined && stored.liveUntilS > world.nowS();

export const liveUntilS = (world: World, livePeriodS: number): number =>
  livePeriodS === FOREVER_S ? FOREVER_S : world.nowS() + livePeriodS;

export function moveLive(world: World, chat: Chat, stored: StoredMessage, to: Whereabouts): void {
  const livePeriod = to.live_period ?? stored.content.location?.live_period;
  const extended = to.live_period === undefined ? stored.liveUntilS : liveUntilS(world, to.live_period);
  const location: Location = { ...to, live_period: livePeriod };
  changeMessage(world, chat, stored, { content: { ...stored.content, location }, liveUntilS: extended });
}

/** The end of a share reaches bots as an edit without `live_period`. */
export function stopLive(world: World, chat: Chat, stored: StoredMessage): void {
  const { latitude, longitude, horizontal_accuracy } = stored.content.location!;
  const location: Location = { latitude, longitude, ...(horizontal_accuracy && { horizontal_accuracy }) };
  changeMessage(world, chat, stored, { content: { ...stored.content, location }, liveUntilS: undefined });
}
