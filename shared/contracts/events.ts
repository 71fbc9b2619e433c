import { z } from "zod";
import { Id } from "#shared/kernel/ids";

/** What a screen can listen to. Rights are checked when it subscribes. */
export const TopicKind = z.enum(["order", "courier", "branch", "board"]);
export type TopicKind = z.infer<typeof TopicKind>;

/** `order:{id}`, `courier:{id}`, `branch:{id}`; `board:{organisation id}`. */
export type Topic = `${TopicKind}:${Id}`;

export const topic = (kind: TopicKind, id: Id): Topic => `${kind}:${id}`;

/** The parts of what a client asks to hear, or `null` when it is no topic. */
export function parseTopic(text: string): { kind: TopicKind; id: Id } | null {
  const [kind, id, ...rest] = text.split(":");
  const parsed = z.object({ kind: TopicKind, id: Id }).safeParse({ kind, id });
  return parsed.success && rest.length === 0 ? parsed.data : null;
}

/** Fields of an event that name where it is heard. */
const FIELD_OF = { order: "orderId", courier: "courierId", branch: "branchId" } as const satisfies Partial<
  Record<TopicKind, string>
>;

/**
 * Every kind of event and where it is heard. An event says that something changed, as ids; a screen asks for the rest
 * with its own rights. Positions are no events: they are too many, and only the newest counts (see `ServerFrame`).
 */
export const EVENT_KINDS = {
  "order.placed": ["order", "branch", "board"],
  "order.changed": ["order", "branch", "board"],
  "delivery.changed": ["order", "courier", "branch", "board"],
  "offer.made": ["courier", "board"],
  "offer.closed": ["courier", "board"],
  "trip.changed": ["courier", "board"],
  "courier.changed": ["courier", "board"],
  "alert.changed": ["branch", "board"],
  "chat.message": ["order", "courier", "board"],
  "rating.given": ["order", "courier", "board"],
  "menu.changed": ["branch", "board"],
  "branch.changed": ["branch", "board"],
  "member.changed": ["board"],
} as const satisfies Record<string, readonly TopicKind[]>;

export type EventKind = keyof typeof EVENT_KINDS;
export const EventKind = z.enum(Object.keys(EVENT_KINDS) as [EventKind, ...EventKind[]]);

/** Ids under their names (`orderId`, `courierId`, …); `null` where there is none yet. */
export const EventBody = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
export type EventBody = z.infer<typeof EventBody>;

/** The topics of an event, by the ids that it carries. A topic whose id is missing or null is left out. */
export const topicsOf = (kind: EventKind, organisationId: Id, body: EventBody): Topic[] =>
  EVENT_KINDS[kind].flatMap((where) => {
    const id = where === "board" ? organisationId : body[FIELD_OF[where]];
    return typeof id === "string" ? [topic(where, id)] : [];
  });

/** An event as a screen receives it; `id` is what it returns with to get what it missed. */
export const EventFrame = z.object({ id: Id, kind: EventKind, at: z.iso.datetime(), body: EventBody });
export type EventFrame = z.infer<typeof EventFrame>;
