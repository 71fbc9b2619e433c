import { describe, expect, it } from "vitest";
import type { BoardOrder, BoardView } from "#shared/contracts/board";
import { columnOf, sortIntoColumns } from "./columns";
import { patchBoard } from "./patch-board";
import { promiseClock } from "./promise-clock";

const NOON = Date.parse("2026-03-02T07:00:00.000Z");
const MINUTE = 60_000;
const at = (minutes: number) => new Date(NOON + minutes * MINUTE).toISOString();

const order = (id: string, change: Partial<BoardOrder> = {}): BoardOrder => ({
  id,
  code: `CODE${id}`,
  branchId: "b1",
  status: "confirmed",
  version: 1,
  fulfilment: "delivery",
  paymentMethod: "cash",
  currency: "UZS",
  totalMinor: 1_000,
  placedAt: at(0),
  promisedAt: at(40),
  scheduledFor: null,
  releaseAt: null,
  readyAt: null,
  addressText: "Navoi street 12",
  delivery: null,
  ...change,
});
const carriedAs = (status: NonNullable<BoardOrder["delivery"]>["status"]): Partial<BoardOrder> => ({
  delivery: {
    id: "d",
    status,
    statusAt: at(0),
    version: 1,
    dropoff: { lat: 41, lng: 69 },
    courierId: null,
    step: "exclusive",
    pinnedCourierId: null,
    keepApart: false,
  },
});
const board = (orders: BoardOrder[]): BoardView => ({
  at: at(0),
  orders,
  couriers: [],
  branches: [],
  zones: [],
  alerts: [],
});

describe("the columns", () => {
  it("follow the order from the kitchen to the door", () => {
    const steps: [Partial<BoardOrder>, string][] = [
      [{ status: "placed", releaseAt: at(60) }, "planned"],
      [{ status: "placed" }, "new"],
      [carriedAs("waiting"), "search"],
      [carriedAs("offered"), "search"],
      [carriedAs("at_pickup"), "coming"],
      [{ status: "picked_up", ...carriedAs("at_dropoff") }, "riding"],
      [{ fulfilment: "pickup", status: "ready" }, "counter"],
    ];
    for (const [change, column] of steps) expect(columnOf(order("1", change))).toBe(column);
  });

  it("show the chosen branch, and what the code or the street finds", () => {
    const orders = [order("1"), order("2", { branchId: "b2" }), order("3", { addressText: "Bunyodkor 4" })];
    const found = (branchId: string | null, text: string) =>
      sortIntoColumns(orders, { branchId, text }).search.map(({ id }) => id);
    expect([found("b2", ""), found(null, "code3"), found(null, "NAVOI")]).toEqual([["2"], ["3"], ["1", "2"]]);
  });
});

describe("the clock of a promise", () => {
  const clock = (nowMinutes: number) => promiseClock(NOON, NOON + 40 * MINUTE, NOON + nowMinutes * MINUTE);

  it("turns from calm over soon to late", () => {
    expect([10, 31, 41].map((minutes) => clock(minutes).urgency)).toEqual(["calm", "soon", "late"]);
  });

  it("counts whole minutes down to nought and then up from one", () => {
    expect([0, 39.5, 40.5].map((minutes) => clock(minutes).minutesLeft)).toEqual([40, 0, -1]);
  });
});

describe("a patch of the board", () => {
  it("replaces what came, drops what did not come back and leaves every other card as it was", () => {
    const before = board([order("1"), order("2"), order("3")]);
    const asked = { orders: new Set(["2", "3", "4"]), couriers: new Set<string>() };
    const fresh = [order("2", { version: 2 }), order("4", { promisedAt: at(5) })];
    const after = patchBoard(before, asked, { at: at(1), orders: fresh, couriers: [] });
    expect(after.orders.map(({ id, version }) => `${id}v${version}`)).toEqual(["4v1", "1v1", "2v2"]);
    expect(after.orders[1]).toBe(before.orders[0]);
    expect(after.couriers).toBe(before.couriers);
  });
});
