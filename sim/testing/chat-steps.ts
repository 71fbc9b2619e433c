import type { PhoneChat } from "#sim/telegram/client/phone-chat";
import { buttonsOf } from "#sim/telegram/client/text-of";
import type { SeenMessage } from "#sim/telegram/world/person-event";
import { askAtOnce } from "./ask-at-once";
import type { TelegramWorld } from "./telegram-world";

/** A hundred steps from the plov branch at Chorsu. */
export const HOME = { latitude: 41.3272, longitude: 69.236 };
export const NEAR_BRANCH = { latitude: 41.3262, longitude: 69.2358 };

/** What a customer does from the first tap to the cart with one dish, delivered to `HOME`. */
export async function fillCart(chat: PhoneChat): Promise<void> {
  await chat.tap("Order");
  await chat.press("Send my location", HOME);
  await chat.sees("Street, house and flat?");
  await chat.type("Chorsu 12, flat 4");
  await chat.sees("A landmark for the courier?");
  await chat.type("behind the blue dome");
  await chooseDish(chat);
}

export async function chooseDish(chat: PhoneChat): Promise<void> {
  await chat.tap("Osh Markazi");
  await chat.tap(/Plov/i);
  await chat.tap(/soʻm/);
  await chat.tap("Into the cart");
  await chat.tap("Cart:");
}

/** Orders that dish; `pay` is the label of the way to pay. @returns the order's code as the customer reads it */
export async function placeOrder(chat: PhoneChat, pay = "Cash"): Promise<string> {
  await fillCart(chat);
  return checkOut(chat, pay);
}

/** The same by somebody whose address is known. */
export async function orderAgain(chat: PhoneChat, pay = "Cash"): Promise<string> {
  await chat.start();
  await chat.tap("Order", { on: await chat.sees("Hello,", { after: chat.last! }) });
  await chat.tap("Chorsu 12");
  await chooseDish(chat);
  return checkOut(chat, pay);
}

async function checkOut(chat: PhoneChat, pay: string): Promise<string> {
  await chat.tap("Go on to order");
  await chat.sees("Total:");
  await chat.tap(pay);
  await chat.tap("Order for");
  const { text } = await chat.sees(/is placed/);
  return /Order ([A-Z0-9]{5})/.exec(text!)![1]!;
}

/** A courier who goes to work beside the branch. Texts are in their own language, so buttons are known by their sign. */
export async function goOnline(world: TelegramWorld, courier: string) {
  const chat = await world.chat(courier);
  const share = await chat.shareLive(NEAR_BRANCH, 8 * 3_600);
  await chat.sees("🟢");
  return { chat, share };
}

const isBoardCard = (message: SeenMessage): boolean => message.text?.includes(" ×") ?? false;

/** The kitchen confirms the order that just came. */
export async function confirm(world: TelegramWorld): Promise<PhoneChat> {
  await askAtOnce(world);
  const kitchen = await world.chat("kitchen");
  const card = await kitchen.sees(
    (message) => isBoardCard(message) && buttonsOf(message).some((label) => label.startsWith("✅")),
  );
  await kitchen.tap("✅", { on: card });
  await kitchen.tap(/^10/);
  return kitchen;
}

export const readyFood = async (kitchen: PhoneChat) => kitchen.tap("📦", { on: await kitchen.sees(isBoardCard) });

/** From the accepted offer to the food on board. */
export async function fetchFood({ courier, kitchen }: Omit<Three, "customer">): Promise<void> {
  await courier.tap(/Filialdaman|Я в филиале|I am at the branch/);
  await readyFood(kitchen);
  await courier.tap(/^(Oldim|Забрал|Picked up)/);
}

type Three = { courier: PhoneChat; customer: PhoneChat; kitchen: PhoneChat };

/** From the offer to the hand-over, by the PIN that the customer reads out. Buttons are known by sign or in any language. */
export async function carryToTheDoor({ courier, customer, kitchen }: Three): Promise<void> {
  await courier.tap(/^✅ (Olish|Взять|Accept)/);
  await fetchFood({ courier, kitchen });
  const { text } = await customer.sees("On the way to you");
  await courier.tap(/Eshik oldidaman|Я у двери|I am at the door/);
  await courier.tap(/^(Topshirdim|Вручил|Handed over)/);
  await courier.type(/PIN for the courier: (\d{4})/.exec(text!)![1]!);
  await customer.sees("Delivered. Enjoy!");
}
