import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Point } from "#shared/kernel/geo";
import { Vehicle } from "#shared/kernel/vehicle";

/** Seconds since midnight; a time after midnight that belongs to the same shift is past 86,400. */
export type CityOrder = {
  id: string;
  pickup: Point;
  dropoff: Point;
  placedS: number;
  readyS: number;
  promisedS: number;
};
export type CityCourier = { id: string; vehicle: Vehicle; home: Point; onS: number; offS: number };
export type CityDay = { orders: CityOrder[]; couriers: CityCourier[] };

/** The set's word for a walker is "walking". @throws Error when a row cannot be read */
export function readDay(folder: string): CityDay {
  return { orders: rows(folder, "orders").map(orderOf), couriers: rows(folder, "couriers").map(courierOf) };
}

function rows(folder: string, file: string): Record<string, string>[] {
  const [header, ...lines] = readFileSync(join(folder, `${file}.csv`), "utf8")
    .trim()
    .split("\n");
  const keys = header!.trim().split(",");
  return lines.map((line) => {
    const cells = line.trim().split(",");
    return Object.fromEntries(keys.map((key, i) => [key, cells[i]!]));
  });
}

function orderOf(row: Record<string, string>): CityOrder {
  const placedS = secondsOf(row.placement_time!);
  return {
    id: `o${row.order_id}`,
    pickup: { lat: Number(row.pick_up_lat), lng: Number(row.pick_up_lng) },
    dropoff: { lat: Number(row.drop_off_lat), lng: Number(row.drop_off_lng) },
    placedS,
    readyS: after(placedS, secondsOf(row.ready_time!)),
    promisedS: after(placedS, secondsOf(row.expected_drop_off_time!)),
  };
}

function courierOf(row: Record<string, string>): CityCourier {
  const onS = secondsOf(row.on_time!);
  return {
    id: `c${row.courier_id}`,
    vehicle: row.vehicle === "walking" ? "walker" : Vehicle.parse(row.vehicle),
    home: { lat: Number(row.on_lat), lng: Number(row.on_lng) },
    onS,
    offS: after(onS, secondsOf(row.off_time!)),
  };
}

/** "12:34:56" in seconds. @throws Error when it is no time of day */
export function secondsOf(clock: string): number {
  const [hours, minutes, seconds = 0] = clock.split(":").map(Number);
  const total = hours! * 3_600 + minutes! * 60 + seconds;
  if (!Number.isFinite(total)) throw new Error(`not a time of day: "${clock}"`);
  return total;
}

const after = (startS: number, s: number): number => (s < startS ? s + 86_400 : s);
