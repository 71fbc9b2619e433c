import type { PhoneChat } from "#sim/telegram/client/phone-chat";
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
  await chat.tap("Osh Markazi");
  await chat.tap(/Plov/i);
  await chat.tap(/soʻm/);
  await chat.tap("Into the cart");
  await chat.tap("Cart:");
}

/** Orders that dish; `pay` is the label of the way to pay. @returns the order's code as the customer reads it */
export async function placeOrder(chat: PhoneChat, pay = "Cash"): Promise<string> {
  await fillCart(chat);
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

/** The kitchen confirms the order that just came. */
export async function confirm(world: TelegramWorld): Promise<PhoneChat> {
  const kitchen = await world.chat("kitchen");
  await kitchen.tap("✅", { on: await kitchen.sees((message) => message.text?.includes("×") ?? false) });
  await kitchen.tap(/^10/);
  return kitchen;
}
