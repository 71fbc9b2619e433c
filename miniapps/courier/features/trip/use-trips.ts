import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { ask } from "../../../kit/session";
import { useSigned } from "../../../kit/start-app";
import { KEYS } from "../../app/keys";
import { useOutbox } from "../../outbox/OutboxProvider";
import { projectTrips } from "./project-trips";

/** The trips under way, with what was done since and is not sent yet. */
export function useTrips() {
  const { api } = useSigned().session;
  const { outbox } = useOutbox();
  const query = useQuery({
    queryKey: KEYS.trips,
    queryFn: () => ask(api.trips.current.get()),
    refetchInterval: 30_000,
  });
  const known = query.data?.trips;
  const trips = useMemo(() => projectTrips(known ?? [], outbox), [known, outbox]);
  return { query, trips };
}
