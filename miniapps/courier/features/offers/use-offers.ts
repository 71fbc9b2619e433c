import { useQuery } from "@tanstack/react-query";
import { ask } from "../../../kit/session";
import { useSigned } from "../../../kit/start-app";
import { KEYS } from "../../app/keys";

/** What I am asked now, the one that ends first in front. Realtime brings it; asking is the net below. */
export function useOffers() {
  const { api } = useSigned().session;
  return useQuery({
    queryKey: KEYS.offers,
    queryFn: () => ask(api.offers.get()),
    refetchInterval: 10_000,
    staleTime: 0,
  });
}
