import { useQuery } from "@tanstack/react-query";
import { ask } from "../../../kit/session";
import { useSigned } from "../../../kit/start-app";
import { KEYS } from "../../app/keys";

/** What I did and earned since midnight. */
export function useDay() {
  const { api } = useSigned().session;
  return useQuery({ queryKey: KEYS.day, queryFn: () => ask(api.couriers.me.day.get()), refetchInterval: 60_000 });
}
