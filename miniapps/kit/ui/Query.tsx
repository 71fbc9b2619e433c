import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { ApiProblem } from "../api-problem";
import { Loading, Problem } from "./States";

type Props<T> = {
  query: UseQueryResult<T, ApiProblem>;
  /** Grey boxes while the first answer is on its way. */
  rows?: number;
  children: (data: T) => ReactNode;
};

/**
 * What was asked, in each of its states: on its way, failed, here. Data that was here once stays on the screen when a
 * later look fails; the bar at the top says that it may be old.
 */
export function Query<T>({ query, rows = 3, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <Problem problem={query.error} onRetry={() => void query.refetch()} />;
  return <Loading rows={rows} />;
}
