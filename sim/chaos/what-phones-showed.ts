import postgres from "postgres";
import type { AlertKind } from "#shared/alert/alert";
import type { Cast } from "./cast";
import type { Heard } from "./heard";
import type { Journal } from "./journal";
import { ENDED } from "./judge";
import { type Alert, judgeChats } from "./telegram/judge-chats";
import type { OrderLife } from "./telegram/kitchen-cards";
import type { Outage } from "./telegram/outages";
import type { SeenLog } from "./telegram/seen-log";

type Run = { ownerUrl: string; cast: Cast; journal: Journal; log: SeenLog; outages: readonly Outage[] };

/**
 * What people saw by their phones alone. How the orders stand and what was rung for is read from their own tables; the
 * ledger of notifications, which is on trial, is not asked.
 */
export async function whatPhonesShowed({ ownerUrl, cast, ...run }: Run): Promise<Heard> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const orders = await sql<Order[]>`select id, status, placed_at as placed, status_at as since from orders`;
    const statuses = new Map(orders.map(({ id, status }) => [id, status]));
    const { kitchen, dispatcher } = cast;
    const people = { kitchen: kitchen.telegramId, dispatcher: dispatcher.telegramId };
    return judgeChats({ ...run, ...people, statuses, alerts: await alertsOf(sql), lives: orders.map(lifeOf) });
  } finally {
    await sql.end();
  }
}

type Order = { id: string; status: string; placed: Date; since: Date };

/** A kitchen still has to take back what could not be handed over. */
const lifeOf = ({ id, status, placed, since }: Order): OrderLife => ({
  id,
  placedAtMs: placed.getTime(),
  endedAtMs: ENDED.includes(status) && status !== "failed" ? since.getTime() : null,
});

async function alertsOf(sql: postgres.Sql): Promise<Alert[]> {
  const rows = await sql<{ id: string; kind: AlertKind; opened: Date; ended: Date | null }[]>`
    select id, kind, opened_at as opened, coalesce(acknowledged_at, resolved_at) as ended from alerts`;
  return rows.map(({ id, kind, opened, ended }) => ({
    id,
    kind,
    openedAtMs: opened.getTime(),
    endedAtMs: ended?.getTime() ?? Date.now(),
  }));
}
