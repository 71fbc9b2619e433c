import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn, signedInBot } from "#api/platform/signed-in";
import {
  Claim,
  Claimed,
  DeadNotifications,
  Inbox,
  InboxQuery,
  KeepLeases,
  KeptLeases,
  MarkedRead,
  MarkRead,
  NotificationRef,
  Receipt,
  Receipted,
  ReceiptedAll,
  Receipts,
} from "#shared/contracts/outlet";
import { claimNotifications } from "./claim-notifications";
import { acknowledgeNotification, deadNotifications, markRead, readInbox } from "./inbox";
import { keepLeases } from "./keep-leases";
import { recordReceipt, recordReceipts } from "./record-receipt";

export const outletRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/notifications", tags: ["for bots"] })
    .use(signedInBot(deps))
    .post("/claim", ({ bot, body }) => claimNotifications(deps, bot, body), {
      body: Claim,
      response: Claimed,
      detail: { summary: "Take the most urgent notifications of this bot, to send them" },
    })
    .post("/leases", ({ bot, body }) => keepLeases(deps, bot, body), {
      body: KeepLeases,
      response: KeptLeases,
      detail: { summary: "Keep what was claimed a while longer: it is being sent" },
    })
    .post("/receipts", ({ bot, body }) => recordReceipts(deps, bot, body), {
      body: Receipts,
      response: ReceiptedAll,
      detail: { summary: "Report what became of several claimed notifications" },
    })
    .post("/:id/receipt", ({ bot, params, body }) => recordReceipt(deps, bot, { ...params, ...body }), {
      params: NotificationRef,
      body: Receipt,
      response: Receipted,
      detail: { summary: "Report what became of a claimed notification" },
    });

export const inboxRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/inbox", tags: ["people"] })
    .use(signedIn(deps))
    .get("/", ({ actor, query }) => readInbox(deps, actor, query), {
      query: InboxQuery,
      response: Inbox,
      detail: { summary: "What was I told?" },
    })
    .post("/read", ({ actor, body }) => markRead(deps, actor, body), {
      body: MarkRead,
      response: MarkedRead,
      detail: { summary: "Mark as read" },
    })
    .post("/:id/acknowledge", ({ actor, params }) => acknowledgeNotification(deps, actor, params), {
      params: NotificationRef,
      response: Receipted,
      detail: { summary: "Say that it was seen" },
    })
    .get("/dead", ({ actor }) => deadNotifications(deps, actor), {
      response: DeadNotifications,
      detail: { summary: "See what could not be delivered to anybody" },
    });
