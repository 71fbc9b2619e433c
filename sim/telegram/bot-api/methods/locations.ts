import { FOREVER_S, isLive, liveUntilS, moveLive, stopLive, type Whereabouts } from "../../world/live-location";
import { messageFor } from "../../world/see";
import { badRequest, NOT_MODIFIED } from "../api-error";
import type { Call, Methods } from "../call";
import { ownMessage, setKeyboardOf } from "../own-message";
import { send } from "../send";

const MIN_LIVE_S = 60;
const MAX_LIVE_S = 86_400;

export const locations: Methods = {
  sendLocation: (call) =>
    send(call, () => {
      const location = readPlace(call);
      const { live_period } = location;
      return { content: { location }, liveUntilS: live_period && liveUntilS(call.world, live_period) };
    }),

  sendVenue: (call) =>
    send(call, () => {
      const { latitude, longitude } = readPlace(call);
      const title = call.params.text("title");
      const address = call.params.text("address");
      if (!title || !address) throw badRequest("venue title and address must be non-empty");
      const location = { latitude, longitude };
      return { content: { location, venue: { location, title, address } } };
    }),

  editMessageLiveLocation: (call) => {
    const { world, bot } = call;
    const { chat, stored } = ownMessage(call, "edit");
    if (!isLive(world, stored)) throw badRequest("message can't be edited");
    const to = readPlace(call);
    if (isSamePlace(stored.content.location!, to)) throw badRequest(NOT_MODIFIED);
    call.limiter.admit(bot.id, chat, "edit");
    setKeyboardOf(call, chat, stored);
    moveLive(world, chat, stored, to);
    return messageFor(world, chat, stored, bot.id);
  },

  stopMessageLiveLocation: (call) => {
    const { world, bot } = call;
    const { chat, stored } = ownMessage(call, "edit");
    if (!isLive(world, stored)) throw badRequest("message can't be edited");
    call.limiter.admit(bot.id, chat, "edit");
    setKeyboardOf(call, chat, stored);
    stopLive(world, chat, stored);
    return messageFor(world, chat, stored, bot.id);
  },
};

function readPlace({ params }: Call): Whereabouts {
  const latitude = params.number("latitude");
  const longitude = params.number("longitude");
  if (latitude === undefined || longitude === undefined) throw badRequest("latitude or longitude is empty");
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180))
    throw badRequest("wrong latitude or longitude specified");
  const live_period = params.int("live_period");
  if (live_period && live_period !== FOREVER_S && !(live_period >= MIN_LIVE_S && live_period <= MAX_LIVE_S))
    throw badRequest("wrong live location period specified");
  const heading = params.int("heading");
  if (heading !== undefined && !(heading >= 0 && heading <= 360)) throw badRequest("wrong heading specified");
  const accuracy = params.number("horizontal_accuracy");
  const radius = params.int("proximity_alert_radius");
  return {
    latitude,
    longitude,
    ...(live_period && { live_period }),
    ...(heading && { heading }),
    ...(accuracy && { horizontal_accuracy: accuracy }),
    ...(radius && { proximity_alert_radius: radius }),
  };
}

const isSamePlace = (before: Whereabouts, after: Whereabouts): boolean =>
  before.latitude === after.latitude &&
  before.longitude === after.longitude &&
  before.heading === after.heading &&
  before.horizontal_accuracy === after.horizontal_accuracy &&
  after.live_period === undefined;
