import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readDay } from "./read-day";

const folder = mkdtempSync(join(tmpdir(), "peyk-day-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ORDER_HEADER =
  "order_id,pick_up_lat,pick_up_lng,drop_off_lat,drop_off_lng,placement_time,preparation_time,ready_time,expected_drop_off_time";
const COURIER_HEADER = "courier_id,vehicle,on_lat,on_lng,on_time,off_time";
const order = (placed: string, ready: string) => `1,10.1,20.1,10.2,20.2,${placed},${placed},${ready},${ready}`;
const COURIER = "1,walking,10.1,20.1,22:00:00,02:00:00";

const reading = (orders: string[], couriers = [COURIER_HEADER, COURIER]) => {
  writeFileSync(join(folder, "orders.csv"), orders.join("\n"));
  writeFileSync(join(folder, "couriers.csv"), couriers.join("\n"));
  return () => readDay(folder);
};

describe("a recorded day", () => {
  it("knows what comes after midnight as the end of the same day", () => {
    const day = reading([ORDER_HEADER, order("23:50:00", "00:10:00")])();
    expect(day.orders[0]).toMatchObject({ placedS: 85_800, readyS: 87_000 });
    expect(day.couriers[0]).toMatchObject({ vehicle: "walker", onS: 79_200, offS: 93_600 });
  });

  it("names the folder or the file that is not there", () => {
    expect(() => readDay("/nowhere/at/all")).toThrow("there is no folder /nowhere/at/all");
    expect(() => readDay(tmpdir())).toThrow(/there is no orders.csv/);
  });

  it("names the columns that it lacks", () => {
    const header = ORDER_HEADER.replace(",ready_time", "").replace("pick_up_lat,", "");
    expect(reading([header])).toThrow("orders.csv lacks the column pick_up_lat, ready_time");
  });

  it.each([
    [[order("10:00:00", "10:20:00"), order("09:59:00", "10:20:00")], "orders.csv, line 3: placed earlier"],
    [[order("10:00:00", "09:00:00")], "orders.csv, line 2: ready_time is earlier"],
    [[order("10:61:00", "10:70:00")], 'orders.csv, line 2: not a time of day: "10:61:00"'],
    [[order("10:00:00", "")], 'orders.csv, line 2: not a time of day: ""'],
    [[order("10:00:00", "10:20:00").replace("10.1", "910.1")], "orders.csv, line 2: 910.1, 20.1 is no place"],
  ])("names the line whose times or places cannot be: %j", (orders, sentence) => {
    expect(reading([ORDER_HEADER, ...orders])).toThrow(sentence);
  });

  it("names a vehicle that nobody knows", () => {
    const couriers = [COURIER_HEADER, COURIER.replace("walking", "rocket")];
    expect(reading([ORDER_HEADER], couriers)).toThrow('couriers.csv, line 2: "rocket" is no vehicle');
  });
});
