/** The business clock of the server, kept running here between its snapshots. */
let anchor = { nowS: Date.now() / 1_000, atMs: Date.now(), speed: 1 };

export const setClock = (nowS: number, speed: number): void => {
  anchor = { nowS, atMs: Date.now(), speed };
};

export const nowS = (): number => anchor.nowS + ((Date.now() - anchor.atMs) / 1_000) * anchor.speed;
export const clockSpeed = (): number => anchor.speed;

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hour12: false });
const DAY = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "long" });
const WEEKDAY = new Intl.DateTimeFormat(undefined, { weekday: "short" });

export const clockTime = (atS: number): string => CLOCK.format(atS * 1_000);
const dayOf = (atS: number): string => new Date(atS * 1_000).toDateString();
export const isSameDay = (a: number, b: number): boolean => dayOf(a) === dayOf(b);

export const dayTitle = (atS: number): string => (isSameDay(atS, nowS()) ? "Today" : DAY.format(atS * 1_000));

/** For the chat list: the time today, the weekday this week, then the date. */
export function shortTime(atS: number): string {
  if (isSameDay(atS, nowS())) return clockTime(atS);
  return nowS() - atS < 6 * 86_400 ? WEEKDAY.format(atS * 1_000) : DAY.format(atS * 1_000);
}

/** "0:07", "12:30" */
export const duration = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

/** "now", "2 min", "1 h": how long ago or how long still. */
export function roughly(seconds: number): string {
  if (seconds < 60) return `${Math.max(0, Math.floor(seconds))} s`;
  if (seconds < 3_600) return `${Math.floor(seconds / 60)} min`;
  return `${Math.floor(seconds / 3_600)} h`;
}
