import type { CityOrder } from "#sim/bench/dispatch/city/read-day";
import { noteStatus } from "#sim/chaos/journal";
import type { Play } from "./play";
import { branchKey } from "./scene";

/** A cook says a round number of minutes, and rather too many. */
const ROUNDED_TO_MINUTES = 5;
const LONGEST_MINUTES = 600;

/** Confirms when cooking began, and puts the food on the counter when it was ready. Ends early when it is called off. */
export async function cook(play: Play, order: CityOrder, orderId: string): Promise<void> {
  const { house, time, city, journal, street } = play;
  const ask = house.as("staff", city.branches.get(branchKey(order.pickup))!.cook);
  await time.until(order.cookingS);
  const minutes = Math.max(0, (order.readyS - time.nowS()) / 60);
  const readyInMinutes = Math.min(LONGEST_MINUTES, Math.ceil(minutes / ROUNDED_TO_MINUTES) * ROUNDED_TO_MINUTES);
  const confirmed = await ask("POST", `/orders/${orderId}/confirm`, { readyInMinutes });
  if (confirmed.status === 200) noteStatus(journal, orderId, String(confirmed.body.status));
  await time.until(order.readyS);
  const ready = await ask("POST", `/orders/${orderId}/mark_ready`, {});
  if (ready.status === 200) noteStatus(journal, orderId, String(ready.body.status));
  street.putOnCounter(orderId);
}
