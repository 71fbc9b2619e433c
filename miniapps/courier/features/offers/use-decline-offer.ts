import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { OfferView } from "#shared/contracts/offer";
import type { DeclineReason } from "#shared/delivery/offer";
import type { Id } from "#shared/kernel/ids";
import type { ApiProblem } from "../../../kit/api-problem";
import { ask } from "../../../kit/session";
import { useSigned } from "../../../kit/start-app";
import { KEYS } from "../../app/keys";

/** A no with its reason. Without a network the time runs out. */
export function useDeclineOffer(id: Id) {
  const { api } = useSigned().session;
  const queries = useQueryClient();
  return useMutation<OfferView, ApiProblem, DeclineReason>({
    mutationFn: (reason) => ask(api.offers({ id }).decline.post({ reason })),
    networkMode: "always",
    onSettled: () =>
      Promise.all([KEYS.offers, KEYS.offer(id), KEYS.place].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}
