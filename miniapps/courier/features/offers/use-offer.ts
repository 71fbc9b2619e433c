import { useQuery } from "@tanstack/react-query";
import type { Id } from "#shared/kernel/ids";
import { ask } from "../../../kit/session";
import { useSigned } from "../../../kit/start-app";
import { KEYS } from "../../app/keys";

/** One offer, whatever became of it. */
export function useOffer(id: Id | null) {
  const { api } = useSigned().session;
  return useQuery({
    queryKey: KEYS.offer(id ?? ""),
    queryFn: () => ask(api.offers({ id: id! }).get()),
    enabled: id !== null,
    staleTime: 0,
  });
}
