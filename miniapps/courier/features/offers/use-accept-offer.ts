import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { TripView } from "#shared/contracts/trip";
import type { Id } from "#shared/kernel/ids";
import type { ApiProblem } from "../../../kit/api-problem";
import { ask } from "../../../kit/session";
import { useSigned } from "../../../kit/start-app";
import { haptic } from "../../../kit/telegram";
import { KEYS } from "../../app/keys";

const TRIES = 5;
const PAUSE_MS = 700;

/**
 * Takes the trip. It cannot wait in the outbox: a yes after the time is over is none. Silence is asked again at once,
 * since the API gives the same trip to the same courier however often he taps.
 */
export function useAcceptOffer(id: Id) {
  const { api } = useSigned().session;
  const queries = useQueryClient();
  return useMutation<TripView, ApiProblem>({
    mutationFn: () => ask(api.offers({ id }).accept.post()),
    retry: (failures, { code }) => failures < TRIES && code === "offline",
    retryDelay: PAUSE_MS,
    networkMode: "always",
    onError: () => haptic("error"),
    onSettled: () =>
      Promise.all(
        [KEYS.trips, KEYS.offers, KEYS.offer(id), KEYS.place].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  });
}
