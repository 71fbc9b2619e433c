import { Composer } from "grammy";
import type { Location } from "grammy/types";
import { ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import { say } from "#bots/kit/screen";
import { isNowhere } from "#shared/kernel/geo";
import { panel } from "./work";

/** Sharing a live location is going to work; ending the share is said out loud, with the way back. */
export const location = new Composer<BotContext>();
const feature = location.chatType("private");

feature.on("message:location", async (ctx) => {
  const { location: spot, date } = ctx.message;
  if (!spot.live_period) return void (await say(ctx, ctx.words.html("online-not-live")));
  const position = positionOf(spot, date);
  if (isNowhere(position)) return void (await say(ctx, ctx.words.html("online-nowhere")));
  await ask(ctx.peyk.couriers.me["go-online"].post());
  await ask(ctx.peyk.couriers.me.positions.post({ positions: [position] }));
  await panel(ctx);
});

// What moves goes to the API in batches, see kit/intake/positions; here arrives the end of the share.
feature.on("edited_message:location", async (ctx) => {
  const { trips } = await ask(ctx.peyk.trips.current.get());
  await say(ctx, ctx.words.html(trips.length > 0 ? "share-ended-on-trip" : "share-ended"));
});

const positionOf = ({ latitude, longitude, heading, horizontal_accuracy }: Location, atSeconds: number) => ({
  atMs: atSeconds * 1_000,
  lat: latitude,
  lng: longitude,
  headingDegrees: heading ?? null,
  accuracyMetres: horizontal_accuracy ?? null,
  source: "live_location" as const,
});
