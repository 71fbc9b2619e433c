import { useQuery } from "@tanstack/react-query";
import { ask } from "../../../kit/session";
import { useSigned } from "../../../kit/start-app";
import { KEYS } from "../../app/keys";

/** The last month, day by day, and the last deliveries. */
export function useHistory() {
  const { api } = useSigned().session;
  return useQuery({ queryKey: KEYS.history, queryFn: () => ask(api.couriers.me.history.get()) });
}
