import { z } from "zod";
import { Id } from "#shared/kernel/ids";
import { RefusalBody } from "#shared/kernel/refusal";
import { EventFrame } from "./events";
import { OrderPosition } from "./position";

/**
 * What a screen says on the socket. It signs in first, and again with each new access token; `lastId` is the last event
 * that it knows, and brings what it missed since.
 */
export const ClientFrame = z.discriminatedUnion("do", [
  z.object({ do: z.literal("sign_in"), accessToken: z.string().max(2_000) }),
  z.object({ do: z.literal("subscribe"), topics: z.array(z.string().max(60)).min(1).max(100), lastId: Id.optional() }),
  z.object({ do: z.literal("unsubscribe"), topics: z.array(z.string().max(60)).min(1).max(100) }),
  z.object({ do: z.literal("ping") }),
]);
export type ClientFrame = z.infer<typeof ClientFrame>;

/** `[courierId, lat, lng, atMs]`, a tuple since a thousand of them a second come on one socket; Unix milliseconds. */
export const CourierMove = z.tuple([Id, z.number(), z.number(), z.number()]);
export type CourierMove = z.infer<typeof CourierMove>;

/**
 * What the API says. `positions` come to whoever hears the board, or the courier in question; nobody repeats them, since
 * the next ones are under way. `order_position` comes to the customer who hears the order, while a courier has it on
 * board. After `subscribed` with `missed: "all_here"` the events that follow fill the gap, some of them
 * known already: drop those by their id. `too_long_ago`: load everything anew.
 */
export const ServerFrame = z.discriminatedUnion("is", [
  z.object({ is: z.literal("signed_in"), expiresAt: z.iso.datetime() }),
  z.object({
    is: z.literal("subscribed"),
    topics: z.array(z.string()),
    missed: z.enum(["not_asked", "all_here", "too_long_ago"]),
  }),
  z.object({ is: z.literal("unsubscribed"), topics: z.array(z.string()) }),
  z.object({ is: z.literal("event"), event: EventFrame }),
  z.object({ is: z.literal("positions"), positions: z.array(CourierMove) }),
  OrderPosition.extend({ is: z.literal("order_position") }),
  z.object({ is: z.literal("refused"), refusal: RefusalBody, topics: z.array(z.string()).optional() }),
  z.object({ is: z.literal("pong") }),
]);
export type ServerFrame = z.infer<typeof ServerFrame>;

/** Why the API ends a connection; the client signs in anew, reads faster or simply comes back. */
export const CLOSE_CODES = { signedOut: 4401, tooSlow: 4408, tooMany: 4429, goingAway: 1001 } as const;

/** Topics that one connection may hear at once. */
export const TOPICS_MAX = 200;
