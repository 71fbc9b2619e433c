import { z } from "zod";
import { FOREVER_S, isLive, liveUntilS, moveLive, stopLive, type Whereabouts } from "../../world/live-location";
import type { SeenMessage } from "../../world/person-event";
import { seenBy } from "../../world/see";
import { action, ClientError, chatOf, type Desk, ownMessageOf, personOf } from "../action";
import { mediaContent } from "../media-content";
import { InChat, OnMessage, say } from "./talking";

const Latitude = z.number().min(-90).max(90);
const Longitude = z.number().min(-180).max(180);
const Spot = z.object({
  latitude: Latitude,
  longitude: Longitude,
  heading: z.int().min(1).max(360).optional(),
  horizontal_accuracy: z.number().min(0).max(1_500).optional(),
});
const LivePeriod = z.union([z.int().min(60).max(86_400), z.literal(FOREVER_S)]);
const Media = InChat.extend({
  kind: z.enum(["photo", "voice", "document"]),
  base64: z.string(),
  mimeType: z.string(),
  fileName: z.string().optional(),
  caption: z.string().max(1_024).optional(),
  durationS: z.int().min(0).optional(),
  mediaGroupId: z.string().optional(),
  replyTo: z.number().optional(),
});
const Contact = InChat.extend({
  /** Somebody else's card; without it the person's own, as the contact button sends it. */
  contact: z
    .object({
      phone_number: z.string(),
      first_name: z.string(),
      last_name: z.string().optional(),
      user_id: z.number().optional(),
    })
    .optional(),
  replyTo: z.number().optional(),
});

export const sharing = {
  shareContact: action(Contact, (desk, { contact, ...place }): SeenMessage => {
    const me = personOf(desk.world, place.person);
    const own = {
      phone_number: me.phone,
      first_name: me.firstName,
      ...(me.lastName && { last_name: me.lastName }),
      user_id: me.id,
    };
    return say(desk, place, { contact: contact ?? own });
  }),

  shareLocation: action(
    InChat.extend({ ...Spot.shape, replyTo: z.number().optional() }),
    (desk, input): SeenMessage => {
      const { person, chat, replyTo, ...location } = input;
      return say(desk, { person, chat, replyTo }, { location });
    },
  ),

  shareLive: action(
    InChat.extend({ ...Spot.shape, livePeriodS: LivePeriod.default(3_600) }),
    (desk, input): SeenMessage => {
      const { person, chat, livePeriodS, ...spot } = input;
      const location = { ...spot, live_period: livePeriodS };
      return say(desk, { person, chat }, { location }, liveUntilS(desk.world, livePeriodS));
    },
  ),

  moveLive: action(
    OnMessage.extend(Spot.shape),
    (desk, { person, chat, message, ...to }): SeenMessage => changeLive(desk, { person, chat, message }, to),
  ),
  stopLive: action(OnMessage, (desk, place): SeenMessage => changeLive(desk, place, undefined)),

  /** Several pictures or files at once; bots get one message each, tied together by `media_group_id`. */
  sendAlbum: action(
    InChat.extend({
      items: z
        .array(Media.omit({ person: true, chat: true, mediaGroupId: true }))
        .min(2)
        .max(10),
    }),
    (desk, { items, ...place }): SeenMessage[] => {
      const mediaGroupId = String(desk.world.nextId());
      return items.map(({ replyTo, ...media }) =>
        say(desk, { ...place, replyTo }, mediaContent(desk.world, { ...media, mediaGroupId })),
      );
    },
  ),

  sendMedia: action(
    Media,
    (desk, { person, chat, replyTo, ...media }): SeenMessage =>
      say(desk, { person, chat, replyTo }, mediaContent(desk.world, media)),
  ),
};

function changeLive(
  { world }: Desk,
  { person, chat: id, message }: z.output<typeof OnMessage>,
  to: Whereabouts | undefined,
): SeenMessage {
  const chat = chatOf(world, person, id);
  const stored = ownMessageOf(chat, person, message);
  if (!isLive(world, stored)) throw new ClientError("this position is not shared live any more");
  if (to) moveLive(world, chat, stored, to);
  else stopLive(world, chat, stored);
  return seenBy(world, chat, stored, person);
}
