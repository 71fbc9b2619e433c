import { useQuery } from "@tanstack/react-query";
import { ask } from "../../../kit/session";
import { useSigned } from "../../../kit/start-app";
import { KEYS } from "../../app/keys";

/** Where I stand among those who are free, and why I am not asked when I am not. */
export function usePlaceInQueue(enabled = true) {
  const { api } = useSigned().session;
  return useQuery({
    queryKey: KEYS.place,
    queryFn: () => ask(api.couriers.me.place.get()),
    refetchInterval: 30_000,
    enabled,
  });
}
