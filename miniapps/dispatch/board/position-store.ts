import type { CourierMove } from "#shared/contracts/realtime";

export type Place = { lat: number; lng: number; atMs: number };

export type PositionStore = {
  of(courierId: string): Place | undefined;
  put(moves: readonly CourierMove[]): void;
  /** Told at most once per frame, after something moved. @returns what stops it */
  onFrame(draw: () => void): () => void;
};

/**
 * Where everybody is, outside of React: a thousand couriers move every second, and nothing but the map draws each move.
 * @param nextFrame `requestAnimationFrame`, or a spec's own
 */
export function createPositionStore(nextFrame: (run: () => void) => void): PositionStore {
  const places = new Map<string, Place>();
  const listeners = new Set<() => void>();
  let isAsked = false;
  const draw = () => {
    isAsked = false;
    for (const listener of listeners) listener();
  };
  return {
    of: (courierId) => places.get(courierId),
    put(moves) {
      for (const [courierId, lat, lng, atMs] of moves)
        if ((places.get(courierId)?.atMs ?? 0) <= atMs) places.set(courierId, { lat, lng, atMs });
      if (isAsked || moves.length === 0) return;
      isAsked = true;
      nextFrame(draw);
    },
    onFrame(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
