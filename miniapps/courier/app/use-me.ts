import { queryOptions, useQuery } from "@tanstack/react-query";
import type { Api } from "../../kit/api";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";
import { KEYS } from "./keys";

export const meQuery = (api: Api) =>
  queryOptions({ queryKey: KEYS.me, queryFn: () => ask(api.couriers.me.get()), refetchInterval: 60_000 });

/** Myself as a courier: whether I work, my vehicle, my limits. */
export const useMe = () => useQuery(meQuery(useSigned().session.api));
