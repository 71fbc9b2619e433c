import type postgres from "postgres";
import { courierButtons } from "#bots/courier/messages/buttons";
import { staffButtons } from "#bots/dispatcher/messages/buttons";
import { LOCAL_BOTS } from "#drizzle/seed/tashkent";
import type { BotKind } from "#shared/kernel/role";
import type { Milliseconds } from "#shared/kernel/units";
import { judgeChats } from "#sim/chaos/telegram/judge-chats";
import { createSeenLog } from "#sim/chaos/telegram/seen-log";
import type { TelegramClient } from "#sim/telegram/client";
import type { PhoneChat } from "#sim/telegram/client/phone-chat";
import type { WatchEvent } from "#sim/telegram/client-api/watching";
import type { Dispatcher, RungAlert } from "../dispatcher";
import type { Play } from "../play";
import type { Rider } from "../rider";
import type { Wire } from "../wire";
import { phoneHands } from "./phone-hands";
import { buttonsBelow } from "./press";

/** People who pick up their phone at once: the server takes connections one after the other. */
const AT_ONCE = 20;
const usernameOf = (kind: BotKind) => LOCAL_BOTS.find((bot) => bot.kind === kind)!.username;

/** Real bots say it in the local Telegram; people see it on their phones, and tap. */
export async function telegramWire(play: Play, client: TelegramClient, sql: postgres.Sql): Promise<Wire> {
  const { city, house } = play;
  const log = createSeenLog();
  let riders = new Map<number, Rider>();
  let dispatcher: Dispatcher | null = null;
  const lagMs: Milliseconds[] = [];

  const hear = (id: number, event: WatchEvent) => {
    log.hear(id, event, Date.now());
    if (event.kind !== "message" && event.kind !== "edit") return;
    for (const { data } of buttonsBelow(event.message)) {
      const [offerId] = courierButtons.accept.read(data)?.ids ?? [];
      if (offerId && event.kind === "message") riders.get(id)?.hearOffer(offerId);
      if (courierButtons.arrivePickup.read(data)) riders.get(id)?.hearTrip();
      const [alertId] = staffButtons.take.read(data)?.ids ?? [];
      if (alertId && id === city.dispatcher) void ring(alertId);
    }
  };
  const ring = async (alertId: string) => {
    const { body } = await house.as("staff", city.dispatcher)("GET", `/alerts/${alertId}`);
    if (body.kind) dispatcher?.hearAlert(body as RungAlert);
  };
  const cooks = [...city.branches.values()].map(({ cook }) => cook);
  const owners: { id: number; kind: BotKind }[] = [
    ...city.customers.map((id) => ({ id, kind: "customer" as const })),
    ...[...city.couriers.values()].map((id) => ({ id, kind: "courier" as const })),
    ...[...cooks, city.dispatcher].map((id) => ({ id, kind: "staff" as const })),
  ];
  const chats = new Map<number, PhoneChat>();
  const pickUpPhone = async ({ id, kind }: { id: number; kind: BotKind }) => {
    const phone = await client.person({ id, firstName: "Extra", languageCode: "en" });
    phone.onEvent((event) => hear(id, event));
    const chat = await phone.open(usernameOf(kind));
    await chat.start();
    chats.set(id, chat);
  };
  for (let from = 0; from < owners.length; from += AT_ONCE)
    await Promise.all(owners.slice(from, from + AT_ONCE).map(pickUpPhone));
  const hands = new Map(
    [...city.couriers.values()].map((id) => [id, phoneHands(chats.get(id)!, house.as("courier", id))]),
  );

  return {
    handsOf: (telegramId) => hands.get(telegramId)!,
    share: async (spots) => {
      const moves = spots.map(
        ({ telegramId, lat, lng }) =>
          hands
            .get(telegramId)
            ?.share()
            ?.moveTo({ latitude: lat, longitude: lng })
            .catch(() => null), // ended by Telegram, or it is being started anew: the next move is newer anyway
      );
      await Promise.all(moves);
    },
    listen: (all, onDuty) => {
      riders = new Map(all.map((rider) => [rider.telegramId, rider]));
      dispatcher = onDuty;
    },
    lagMs,
    judge: async () => {
      lagMs.push(...(await lagsOf(sql, play.time.speed())));
      const orders = await sql<{ id: string; status: string }[]>`select id, status from orders`;
      const statuses = new Map(orders.map(({ id, status }) => [id, status]));
      const people = { kitchen: city.dispatcher, dispatcher: city.dispatcher };
      return judgeChats({ log, journal: play.journal, outages: [], statuses, alerts: [], lives: [], ...people });
    },
  };
}

/** Of everything that was said, from due to the bot's receipt. */
async function lagsOf(sql: postgres.Sql, speed: number): Promise<Milliseconds[]> {
  const rows = await sql<{ ms: number }[]>`
    select extract(epoch from sent_at - due_at)::float8 * 1000 as ms from notifications
    where state = 'sent' and merged_into is null`;
  return rows.map(({ ms }) => ms / speed);
}
