import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { DeliveryTerms } from "#shared/contracts/branch";
import type { ZoneView } from "#shared/contracts/zone";
import type { ApiProblem } from "../../kit/api-problem";
import type { Place } from "../../kit/map/map-parts";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";

/** The zones of every branch with their borders: a few dozen in the largest city. */
export function useZones() {
  const { api } = useSigned().session;
  return useQuery<ZoneView[], ApiProblem>({
    queryKey: ["zones"],
    queryFn: async () => (await ask(api.zones.get({ query: {} }))).zones,
    refetchOnWindowFocus: false, // a form is filled from it
  });
}

/** What an address would pay; nothing is asked before somebody points at one. */
export function useTerms(branchId: string, point: Place | null) {
  const { api } = useSigned().session;
  return useQuery<DeliveryTerms, ApiProblem>({
    queryKey: ["zones", "terms", branchId, point],
    queryFn: () => ask(api.zones.terms.get({ query: { branchId, ...point! } })),
    enabled: point !== null,
  });
}

/** Borders, and what addresses pay, are asked anew. */
export function useForgetZones() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["zones"] });
}

export function useArchiveZone({ id }: Pick<ZoneView, "id">, done: () => void) {
  const { api } = useSigned().session;
  const forget = useForgetZones();
  return useMutation<{ id: string }, ApiProblem>({
    mutationFn: () => ask(api.zones({ id }).archive.post()),
    onSuccess: async () => {
      await forget();
      done();
    },
  });
}
