import { useQuery } from "@tanstack/react-query";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";
import { KEYS } from "./keys";

/** Myself as a courier: whether I work, my vehicle, my limits. */
export function useMe() {
  const { api } = useSigned().session;
  return useQuery({ queryKey: KEYS.me, queryFn: () => ask(api.couriers.me.get()), refetchInterval: 60_000 });
}
