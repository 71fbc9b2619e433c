import type { TripStop, TripView } from "#shared/contracts/trip";
import type { Point } from "#shared/kernel/geo";
import type { Ask } from "./house";

/** What a courier can do, through whatever he holds in his hands. */
export type CourierHands = {
  goToWork(at: Point): Promise<void>;
  /** @returns the deliveries that are his now; `null` when somebody else was faster */
  accept(offerId: string): Promise<string[] | null>;
  decline(offerId: string): Promise<void>;
  arrive(stop: TripStop): Promise<void>;
  /** @returns whether it is so now */
  pickUp(deliveryId: string): Promise<boolean>;
  handOver(deliveryId: string, pin: string): Promise<boolean>;
  goHome(): Promise<boolean>;
};

/** The stops of what he drives, as his app shows them. */
export async function stopsAhead(ask: Ask): Promise<TripStop[]> {
  const { body } = await ask("GET", "/trips/current");
  return ((body.trips ?? []) as TripView[]).flatMap(({ stops }) => stops);
}

/** The courier's app: every tap is a request. */
export const apiHands = (ask: Ask): CourierHands => ({
  goToWork: async () => void (await ask("POST", "/couriers/me/go-online", {})),
  accept: async (offerId) => {
    const reply = await ask("POST", `/offers/${offerId}/accept`, {});
    if (reply.status !== 200) return null;
    return deliveriesOf(reply.body.stops as TripStop[]);
  },
  decline: async (offerId) => void (await ask("POST", `/offers/${offerId}/decline`, { reason: "too_far" })),
  arrive: async ({ deliveryId, kind }) => void (await ask("POST", `/deliveries/${deliveryId}/arrive`, { at: kind })),
  pickUp: async (deliveryId) => (await ask("POST", `/deliveries/${deliveryId}/pick-up`, {})).status === 200,
  handOver: async (deliveryId, pin) => {
    const proof = { kind: "pin", pin };
    return (await ask("POST", `/deliveries/${deliveryId}/hand-over`, { proof })).status === 200;
  },
  goHome: async () => (await ask("POST", "/couriers/me/go-offline", {})).status === 200,
});

export const deliveriesOf = (stops: readonly TripStop[]): string[] => [
  ...new Set(stops.map(({ deliveryId }) => deliveryId)),
];
