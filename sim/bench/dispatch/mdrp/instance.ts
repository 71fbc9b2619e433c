import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Whole minutes and metres, as the set writes them. */
export type Order = {
  id: string;
  x: number;
  y: number;
  placedAt: number;
  restaurant: string;
  readyAt: number;
};
export type Restaurant = { id: string; x: number; y: number };
export type Courier = { id: string; x: number; y: number; onAt: number; offAt: number };

/** One day of the Meal Delivery Routing Problem. */
export type Instance = {
  name: string;
  metresPerMinute: number;
  /** Half of it before the hand-over at each door, half after. */
  pickupServiceMinutes: number;
  dropoffServiceMinutes: number;
  targetMinutes: number;
  maximumMinutes: number;
  payPerOrder: number;
  guaranteePerHour: number;
  orders: readonly Order[];
  restaurants: readonly Restaurant[];
  couriers: readonly Courier[];
};

/** @throws Error when a file is missing or a number is none */
export function readInstance(folder: string, name: string): Instance {
  const rows = (file: string) =>
    readFileSync(join(folder, name, file), "utf8")
      .split("\n")
      .slice(1)
      .filter((line) => line.trim() !== "")
      .map((line) => line.trim().split("\t"));
  const parameters = rows("instance_parameters.txt")[0]!.map(number);
  return {
    name,
    metresPerMinute: parameters[0]!,
    pickupServiceMinutes: parameters[1]!,
    dropoffServiceMinutes: parameters[2]!,
    targetMinutes: parameters[3]!,
    maximumMinutes: parameters[4]!,
    payPerOrder: parameters[5]!,
    guaranteePerHour: parameters[6]!,
    orders: rows("orders.txt").map(([id, x, y, placed, restaurant, ready]) => ({
      id: id!,
      x: number(x!),
      y: number(y!),
      placedAt: number(placed!),
      restaurant: restaurant!,
      readyAt: number(ready!),
    })),
    restaurants: rows("restaurants.txt").map(([id, x, y]) => ({ id: id!, x: number(x!), y: number(y!) })),
    couriers: rows("couriers.txt").map(([id, x, y, on, off]) => ({
      id: id!,
      x: number(x!),
      y: number(y!),
      onAt: number(on!),
      offAt: number(off!),
    })),
  };
}

function number(text: string): number {
  const value = Number(text);
  if (text === "" || !Number.isFinite(value)) throw new Error(`not a number: "${text}"`);
  return value;
}

export type Place = { x: number; y: number };

/** Whole minutes from door to door. */
export const travelMinutes = (instance: Instance, from: Place, to: Place): number =>
  Math.ceil(Math.sqrt((from.x - to.x) ** 2 + (from.y - to.y) ** 2) / instance.metresPerMinute);
