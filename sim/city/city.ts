import { setTimeout as pause } from "node:timers/promises";
import { LOCAL_BOTS } from "#drizzle/seed/tashkent";
import type { Clock } from "#shared/kernel/clock";
import type { Random } from "#shared/kernel/random";
import type { BotKind } from "#shared/kernel/role";
import { createClient, type TelegramClient } from "#sim/telegram/client";
import type { Address } from "#sim/telegram/client/caller";
import type { Phone } from "#sim/telegram/client/phone";
import type { PhoneChat } from "#sim/telegram/client/phone-chat";
import type { Actor } from "./actors/create-actor";
import { isAway } from "./actors/create-actor";
import { createCourierActor } from "./actors/create-courier-actor";
import { type CustomerActor, createCustomerActor } from "./actors/create-customer-actor";
import { createDispatcherActor, createKitchenActor } from "./actors/create-staff-actors";
import { createAppetites } from "./appetites";
import { CITY_COURIERS, CITY_CUSTOMERS, CITY_DISPATCHERS, CITY_KITCHENS, isOfTheCity } from "./cast";
import { CITY_HAND, createHands } from "./hands";
import { createManners, type Pace, USUAL_PACE } from "./manners";
import { luckOf } from "./mind/luck";
import { createStreet } from "./street";

export type CityOptions = {
  telegram: Address;
  clock: Clock;
  random: Random;
  seed: number;
  ordersPerHour: number;
  /** Fewer people, in a hurry: for a test. */
  people?: { customers: number; couriers: number };
  pace?: Pace;
  /** Something that should not happen; the city goes on. */
  problem(error: unknown): void;
};

export type City = { stop(): Promise<void> };

/** Machine time between two looks at all phones. */
const TICK_MS = 250;
/** Somebody new may have been given a phone. */
const LOOK_AROUND_EVERY_MS = 2_000;

/** Brings the people of the city to life: whatever they do, they do with their phones. */
export async function startCity(options: CityOptions): Promise<City> {
  const { clock, telegram, ordersPerHour, random } = options;
  const problem = (error: unknown) => void (isAway(error) || options.problem(error));
  const client = createClient({ ...telegram, hand: CITY_HAND });
  const hands = createHands(client.call, () => clock.realNow().getTime());
  const others = await watchOthers(client);
  await hands.refresh();
  const { actors, customers } = await wakePeople(options, { client, hands, others });
  const appetites = createAppetites({ clock, random, ordersPerHour, customers });

  let isStopping = false;
  const run = async () => {
    for (let lookedMs = 0; !isStopping; await pause(TICK_MS)) {
      if (performance.now() - lookedMs > LOOK_AROUND_EVERY_MS) {
        lookedMs = performance.now();
        await Promise.all([hands.refresh(), others.refresh()]).catch(problem);
      }
      appetites.step();
      for (const actor of actors) void actor.step().catch(problem);
    }
  };
  const running = run();
  return {
    stop: async () => {
      isStopping = true;
      await running;
      client.close();
    },
  };
}

type Others = { phones: Map<number, Phone>; refresh(): Promise<void> };

/** Phones that are not the city's are looked at, and never used: whoever orders on one is asked for the PIN at the door. */
async function watchOthers(client: TelegramClient): Promise<Others> {
  const phones = new Map<number, Phone>();
  const refresh = async () => {
    const people = await client.call("people", {});
    const fresh = people.filter(({ id }) => !isOfTheCity(id) && !phones.has(id));
    for (const { id } of fresh) phones.set(id, await client.phoneOf(id));
  };
  await refresh();
  return { phones, refresh };
}

type Wired = { client: TelegramClient; hands: ReturnType<typeof createHands>; others: Others };

async function wakePeople({ clock, seed, people, pace = USUAL_PACE }: CityOptions, { client, hands, others }: Wired) {
  const open = (kind: BotKind) => (person: { telegramId: number }) => chatOf(client, person.telegramId, kind);
  const [forCustomers, forCouriers, forKitchens, forDispatchers] = await Promise.all([
    Promise.all(CITY_CUSTOMERS.slice(0, people?.customers).map(open("customer"))),
    Promise.all(CITY_COURIERS.slice(0, people?.couriers).map(open("courier"))),
    Promise.all(CITY_KITCHENS.map(open("staff"))),
    Promise.all(CITY_DISPATCHERS.map(open("staff"))),
  ]);
  const phonesOf = (chats: readonly PhoneChat[]) => chats.map(({ phone }) => phone);
  const street = createStreet(
    () => [...phonesOf(forCustomers), ...others.phones.values()],
    () => phonesOf(forKitchens),
  );
  const manners = createManners(clock, pace, () => others.phones.values());
  const deps = (chat: PhoneChat) => ({
    chat,
    clock,
    luck: luckOf(seed + chat.phone.id),
    isHandsOff: () => hands.isOff(chat.phone.id),
  });
  const customers: CustomerActor[] = forCustomers.map((chat, n) =>
    createCustomerActor({ ...deps(chat), home: CITY_CUSTOMERS[n]!.home }),
  );
  const actors: Actor[] = [
    ...customers,
    ...forCouriers.map((chat, n) =>
      createCourierActor({ ...deps(chat), ...manners.courier(CITY_COURIERS[n]!), street }),
    ),
    ...forKitchens.map((chat) => createKitchenActor({ ...deps(chat), ...manners.kitchen })),
    ...forDispatchers.map((chat, n) =>
      createDispatcherActor({ ...deps(chat), ...manners.dispatcher(CITY_DISPATCHERS[n]!) }),
    ),
  ];
  return { actors, customers };
}

/** The chat of somebody with the bot of their trade. A bot may write only to who has pressed Start. */
async function chatOf(client: TelegramClient, person: number, kind: BotKind): Promise<PhoneChat> {
  const chat = await (await client.phoneOf(person)).open(LOCAL_BOTS.find((bot) => bot.kind === kind)!.username);
  if (kind !== "customer" && chat.messages.length === 0) await chat.start();
  return chat;
}
