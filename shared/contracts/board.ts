import { z } from "zod";
import { CourierState } from "#shared/courier/courier-state";
import { DeliveryStatus } from "#shared/delivery/delivery-status";
import { LadderStep } from "#shared/delivery/ladder";
import { Point, Polygon } from "#shared/kernel/geo";
import { Id } from "#shared/kernel/ids";
import { LocalText } from "#shared/kernel/language";
import { Vehicle } from "#shared/kernel/vehicle";
import { OrderStatus } from "#shared/order/order-status";
import { AlertView } from "./alert";
import { BranchView } from "./branch";
import { LastPosition } from "./courier";
import { OrderSummary } from "./order";
import { BagLine } from "./trip";

const moment = z.iso.datetime();

/** An order as a card of the board: what is needed to see whether somebody must act. */
export const BoardOrder = OrderSummary.pick({
  id: true,
  code: true,
  branchId: true,
  status: true,
  version: true,
  fulfilment: true,
  paymentMethod: true,
  currency: true,
  totalMinor: true,
  placedAt: true,
  promisedAt: true,
  scheduledFor: true,
  releaseAt: true,
}).extend({
  readyAt: moment.nullable(),
  addressText: z.string().nullable(),
  /** Null: it is collected at the counter, or its kitchen has not confirmed it. */
  delivery: z
    .object({
      id: Id,
      status: DeliveryStatus,
      statusAt: moment,
      version: z.int(),
      dropoff: Point,
      courierId: Id.nullable(),
      step: LadderStep,
      pinnedCourierId: Id.nullable(),
      keepApart: z.boolean(),
    })
    .nullable(),
});
export type BoardOrder = z.infer<typeof BoardOrder>;

/** Somebody who works now, or who still has an order. */
export const BoardCourier = z.object({
  id: Id,
  firstName: z.string(),
  vehicle: Vehicle,
  state: CourierState,
  capacity: z.int(),
  activeOrders: z.int(),
  position: LastPosition.nullable(),
});
export type BoardCourier = z.infer<typeof BoardCourier>;

export const BoardZone = z.object({
  id: Id,
  branchId: Id,
  name: z.string(),
  polygon: Polygon,
  pausedUntil: moment.nullable(),
});
export type BoardZone = z.infer<typeof BoardZone>;

/** What changes all the time. `at`: the server's clock, which promises are measured against. */
export const BoardPart = z.object({ at: moment, orders: z.array(BoardOrder), couriers: z.array(BoardCourier) });
export type BoardPart = z.infer<typeof BoardPart>;

/** All that a dispatcher looks at, in one answer. */
export const BoardView = BoardPart.extend({
  branches: z.array(BranchView.omit({ delivery: true })),
  zones: z.array(BoardZone),
  alerts: z.array(AlertView),
});
export type BoardView = z.infer<typeof BoardView>;

/** As many as a screen gathers in a moment; more is loaded faster anew. */
export const BOARD_IDS_MAX = 60;
/** Ids with dots between them: commas are taken apart by the server before its schemas see them. */
const ids = z
  .string()
  .refine((text) => z.array(Id).max(BOARD_IDS_MAX).safeParse(idsOf(text)).success, "ids with dots between them")
  .default("");
export const idsOf = (text: string): Id[] => text.split(".").filter(Boolean);

/** Whichever of these the answer leaves out has left the board. */
export const BoardChangesQuery = z.object({ orders: ids, couriers: ids });
export type BoardChangesQuery = z.infer<typeof BoardChangesQuery>;

/** An order as the kitchen reads it from two steps away. */
export const KitchenOrder = z.object({
  id: Id,
  code: z.string(),
  status: OrderStatus,
  version: z.int(),
  fulfilment: OrderSummary.shape.fulfilment,
  placedAt: moment,
  promisedAt: moment,
  readyAt: moment.nullable(),
  scheduledFor: moment.nullable(),
  /** Null once the customer's data is erased. */
  note: z.string().nullable(),
  lines: z.array(BagLine),
  /** Who fetches it. */
  courier: z.object({ firstName: z.string(), vehicle: Vehicle, atCounter: z.boolean() }).nullable(),
});
export type KitchenOrder = z.infer<typeof KitchenOrder>;

export const KitchenQuery = z.object({ branchId: Id });
export const KitchenView = z.object({
  at: moment,
  branchId: Id,
  branchName: LocalText,
  timezone: z.string(),
  /** Minutes that a confirmation proposes. */
  preparationMinutes: z.int(),
  orders: z.array(KitchenOrder),
});
export type KitchenView = z.infer<typeof KitchenView>;
