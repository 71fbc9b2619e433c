import { systemActor } from "#api/platform/actor";
import { withActor } from "#api/platform/with-actor";
import type { Notification } from "#shared/contracts/notifications";
import type { Claimed, ClaimedNotification } from "#shared/contracts/outlet";
import type { Id } from "#shared/kernel/ids";
import type { World } from "./world";

/** What specs of the ledger do with it: write for the staff, claim as the staff bot, report, count. */
export function notificationLedger(world: World) {
  const { deps, seeded, owner } = world;
  const house = systemActor(seeded.organisationId);
  const bot = world.asBot("staff");
  const dispatcher = seeded.accounts.dispatcher!;

  const receipt = ({ id, leaseId }: ClaimedNotification, body: object) =>
    bot.post(`/notifications/${id}/receipt`, { leaseId, ...body });

  return {
    bot,
    dispatcher,
    manager: seeded.accounts.manager!,
    receipt,
    tell: (body: Notification, version = 1, recipientId: Id = dispatcher, dueAt?: Date) =>
      withActor(deps, house, async (work) =>
        work.notify({ recipientId, botId: seeded.bots.staff!, version, body, ...(dueAt ? { dueAt } : {}) }),
      ),
    claim: async (limit = 50) => ((await bot.post("/notifications/claim", { limit })).body as Claimed).notifications,
    sent: (one: ClaimedNotification, messageId: number | null = 100) => receipt(one, { outcome: "sent", messageId }),
    states: async () => {
      const rows = await owner`select state, count(*)::int as n from notifications group by 1`;
      return Object.fromEntries(rows.map((row) => [row.state, row.n]));
    },
    clear: async () => {
      await owner`delete from notifications`;
      await owner`delete from cards`;
      await owner`update bot_chats set unreachable_at = null`;
    },
    // What can be said, each about a subject of its own unless told.
    summary: (): Notification => ({ kind: "day.summary", branchId: deps.newId(), day: "2026-03-02" }),
    card: (orderId: Id): Notification => ({ kind: "order.board_card", orderId, status: "placed" }),
    ring: (alertId: Id, ring: number): Notification => ({
      kind: "alert.ring",
      alertId,
      alert: "order_late",
      level: "owner",
      ring,
    }),
    closed: (alertId: Id): Notification => ({
      kind: "alert.closed",
      alertId,
      alert: "order_late",
      acknowledged: true,
    }),
  };
}
