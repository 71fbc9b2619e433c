import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isOnEarth } from "#api/domain/dispatch/clean-snapshot";
import type { Point } from "#shared/kernel/geo";
import { Vehicle } from "#shared/kernel/vehicle";

/** Seconds since midnight; a time after midnight that belongs to the same shift is past 86,400. */
export type CityOrder = {
  id: string;
  pickup: Point;
  dropoff: Point;
  placedS: number;
  /** When the kitchen begins to cook. */
  cookingS: number;
  readyS: number;
  promisedS: number;
};
export type CityCourier = { id: string; vehicle: Vehicle; home: Point; onS: number; offS: number };
export type CityDay = { orders: CityOrder[]; couriers: CityCourier[] };

/** What is wrong with a recorded day, in one line with file and row. */
export class DayProblem extends Error {
  override readonly name = "DayProblem";
}

type Row = Record<string, string>;

const ORDER_COLUMNS = [
  "order_id",
  "pick_up_lat",
  "pick_up_lng",
  "drop_off_lat",
  "drop_off_lng",
  "placement_time",
  "preparation_time",
  "ready_time",
  "expected_drop_off_time",
];
const COURIER_COLUMNS = ["courier_id", "vehicle", "on_lat", "on_lng", "on_time", "off_time"];

/**
 * A folder with orders.csv, in the order of placement, and couriers.csv. The set's word for a walker is "walking".
 * @throws DayProblem when a file, a column or a row cannot be read, or times are out of order
 */
export function readDay(folder: string): CityDay {
  if (!existsSync(folder)) throw new DayProblem(`there is no folder ${folder}`);
  const orders = rows(folder, "orders.csv", ORDER_COLUMNS, orderOf);
  for (const [index, order] of orders.entries()) {
    const before = orders[index - 1];
    if (before && before.placedS > order.placedS)
      throw new DayProblem(`${place("orders.csv", index)}: placed earlier than the order above it`);
  }
  return { orders, couriers: rows(folder, "couriers.csv", COURIER_COLUMNS, courierOf) };
}

function rows<T>(folder: string, file: string, wanted: readonly string[], read: (row: Row) => T): T[] {
  const path = join(folder, file);
  if (!existsSync(path)) throw new DayProblem(`there is no ${file} in ${folder}`);
  const [header = "", ...lines] = readFileSync(path, "utf8").trim().split("\n");
  const keys = header.trim().split(",");
  const missing = wanted.filter((column) => !keys.includes(column));
  if (missing.length > 0) throw new DayProblem(`${file} lacks the column ${missing.join(", ")}`);
  return lines.map((line, index) => {
    const cells = line.trim().split(",");
    try {
      return read(Object.fromEntries(keys.map((key, column) => [key, cells[column] ?? ""])));
    } catch (error) {
      throw new DayProblem(`${place(file, index)}: ${error instanceof Error ? error.message : error}`);
    }
  });
}

/** As an editor counts: the header is line 1. */
const place = (file: string, index: number): string => `${file}, line ${index + 2}`;

function orderOf(row: Row): CityOrder {
  const placedS = secondsOf(row.placement_time!);
  const cookingS = after(placedS, secondsOf(row.preparation_time!), "preparation_time");
  return {
    id: `o${row.order_id}`,
    pickup: pointOf(row.pick_up_lat!, row.pick_up_lng!),
    dropoff: pointOf(row.drop_off_lat!, row.drop_off_lng!),
    placedS,
    cookingS,
    readyS: after(cookingS, secondsOf(row.ready_time!), "ready_time"),
    promisedS: after(placedS, secondsOf(row.expected_drop_off_time!), "expected_drop_off_time"),
  };
}

function courierOf(row: Row): CityCourier {
  const onS = secondsOf(row.on_time!);
  const offS = secondsOf(row.off_time!);
  return {
    id: `c${row.courier_id}`,
    vehicle: vehicleOf(row.vehicle!),
    home: pointOf(row.on_lat!, row.on_lng!),
    onS,
    // A shift may be longer than half a day, so one that ends before it begins ends tomorrow.
    offS: offS < onS ? offS + DAY_S : offS,
  };
}

function vehicleOf(word: string): Vehicle {
  const vehicle = Vehicle.safeParse(word === "walking" ? "walker" : word);
  if (!vehicle.success) throw new Error(`"${word}" is no vehicle`);
  return vehicle.data;
}

function pointOf(lat: string, lng: string): Point {
  const point = { lat: Number(lat || Number.NaN), lng: Number(lng || Number.NaN) };
  if (!isOnEarth(point)) throw new Error(`${lat}, ${lng} is no place on earth`);
  return point;
}

/** "12:34:56" in seconds. @throws Error when it is no time of day */
export function secondsOf(clock: string): number {
  const [hours, minutes, seconds = "0"] = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(clock)?.slice(1) ?? [];
  const total = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
  if (Number.isFinite(total) && Number(hours) <= 24 && Number(minutes) < 60 && Number(seconds) < 60) return total;
  throw new Error(`not a time of day: "${clock}"`);
}

const DAY_S = 86_400;
const HALF_A_DAY_S = DAY_S / 2;

/** A time of day that follows `startS`: shortly after midnight it is tomorrow's. @throws Error when it does not follow */
function after(startS: number, s: number, column: string): number {
  const following = s < startS ? s + DAY_S : s;
  if (following - startS <= HALF_A_DAY_S) return following;
  throw new Error(`${column} is earlier than what comes before it`);
}
