import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useSyncExternalStore } from "react";
import type { EventFrame, EventKind } from "#shared/contracts/events";
import type { OrderPosition } from "#shared/contracts/position";
import type { Connected, Realtime } from "./realtime";

const RealtimeContext = createContext<Realtime | null>(null);

export const LiveProvider = ({ realtime, children }: { realtime: Realtime; children: ReactNode }) => (
  <RealtimeContext value={realtime}>{children}</RealtimeContext>
);

/** @throws Error outside of a started app: a bug */
export function useRealtime(): Realtime {
  const realtime = useContext(RealtimeContext);
  if (!realtime) throw new Error("no LiveProvider above");
  return realtime;
}

/** Which queries an event makes old; a list of keys, or what finds them from the event. */
export type Effects = Partial<Record<EventKind, readonly QueryKey[] | ((event: EventFrame) => readonly QueryKey[])>>;

/**
 * Keeps queries fresh while this screen is shown: `useLive(["order:…"], { "order.changed": [["order", id]] })`. When
 * something was missed, everything the screen named is asked anew.
 * @param heard also called with each event: for a sound or a haptic
 */
export function useLive(topics: readonly string[], effects: Effects, heard?: (event: EventFrame) => void): void {
  const realtime = useRealtime();
  const queries = useQueryClient();
  const refresh = (keys: readonly QueryKey[]) => {
    for (const queryKey of keys) void queries.invalidateQueries({ queryKey });
  };
  const hear = useEffectEvent((event: EventFrame) => {
    const effect = effects[event.kind];
    refresh(typeof effect === "function" ? effect(event) : (effect ?? []));
    heard?.(event);
  });
  const gap = useEffectEvent(() => {
    if (Object.values(effects).some((effect) => typeof effect === "function")) void queries.invalidateQueries();
    else refresh(Object.values(effects).flatMap((keys) => (typeof keys === "function" ? [] : keys)));
  });
  const wanted = topics.join(" ");
  useEffect(() => {
    if (!wanted) return;
    return realtime.listen({ topics: wanted.split(" "), hear: (event) => hear(event), gap: () => gap() });
  }, [realtime, wanted]);
}

/** Hears where the person's own order is while it is carried. @param hear the same function each time */
export function useFollowed(orderId: string, hear: (place: OrderPosition) => void): void {
  const realtime = useRealtime();
  useEffect(() => {
    const followed = (place: OrderPosition) => place.orderId === orderId && hear(place);
    return realtime.listen({ topics: [`order:${orderId}`], hear: () => {}, gap: () => {}, followed });
  }, [realtime, orderId, hear]);
}

export function useConnected(): Connected {
  const realtime = useRealtime();
  return useSyncExternalStore(realtime.onConnected, realtime.connected);
}
