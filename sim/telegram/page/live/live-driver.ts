import { distanceMetres } from "#shared/kernel/geo";
import { call } from "../connection";
import { heading, type Place } from "../map/mercator";
import { rememberPlace } from "../map/whereabouts";
import { clockSpeed } from "../ui/time";

export type Share = { person: number; chat: number; message: number };
export type Drive = Share & { at: Place; route: Place[]; speedKmh: number; heading?: number };

const TICK_MS = 1_000;
// A phone that lies still reports now and then; without that everybody would look stale.
const STILL_REPORT_MS = 15_000;

const drives = new Map<string, Drive>();
const reportedAt = new Map<string, number>();
const listeners = new Set<() => void>();
const keyOf = ({ person, chat, message }: Share) => `${person}|${chat}|${message}`;
const changed = () => {
  for (const listener of listeners) listener();
};

/** Begin to report a share's position from this page; it goes on while other chats are open. */
export function drive(share: Share, at: Place): Drive {
  const known = drives.get(keyOf(share));
  if (known) return known;
  const fresh: Drive = { ...share, at, route: [], speedKmh: 30 };
  drives.set(keyOf(share), fresh);
  return fresh;
}

export function stopDriving(share: Share): void {
  drives.delete(keyOf(share));
  changed();
}

/** Go there next, after what was asked before. */
export function driveTo(share: Drive, place: Place): void {
  share.route = [...share.route, place];
  changed();
}

export function setSpeed(share: Drive, speedKmh: number): void {
  share.speedKmh = speedKmh;
  changed();
}

export const onDriving = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

setInterval(() => {
  for (const share of drives.values()) void step(share);
}, TICK_MS);

async function step(share: Drive): Promise<void> {
  const target = share.route[0];
  if (target) advance(share, target);
  const dueMs = (reportedAt.get(keyOf(share)) ?? 0) + STILL_REPORT_MS;
  if (!target && Date.now() < dueMs) return;
  reportedAt.set(keyOf(share), Date.now());
  rememberPlace(share.person, share.at);
  const { person, chat, message, at } = share;
  const spot = {
    ...at,
    horizontal_accuracy: 4 + Math.round(Math.random() * 6),
    ...(share.heading && { heading: share.heading }),
  };
  // A share that was ended elsewhere takes no more positions.
  await call("moveLive", { person, chat, message, ...spot }).catch(() => stopDriving(share));
}

function advance(share: Drive, target: Place): void {
  const asPoint = ({ latitude, longitude }: Place) => ({ lat: latitude, lng: longitude });
  const left = distanceMetres(asPoint(share.at), asPoint(target));
  const reach = (share.speedKmh / 3.6) * (TICK_MS / 1_000) * clockSpeed();
  share.heading = left > 1 ? heading(share.at, target) : share.heading;
  if (left <= reach) {
    share.at = target;
    share.route = share.route.slice(1);
  } else {
    const part = reach / left;
    share.at = {
      latitude: share.at.latitude + (target.latitude - share.at.latitude) * part,
      longitude: share.at.longitude + (target.longitude - share.at.longitude) * part,
    };
  }
  changed();
}
