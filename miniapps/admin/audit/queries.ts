import { type InfiniteData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { AuditEntry, AuditFilters } from "#shared/contracts/audit";
import type { ApiProblem } from "../../kit/api-problem";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";
import { auditQueryOf, type Filters } from "./filters";

const PAGE = 50;
type Last = { before: string; beforeId: string } | null;

/** The log page by page, newest first. */
export function useAudit(filters: Filters) {
  const { api } = useSigned().session;
  return useInfiniteQuery<AuditEntry[], ApiProblem, InfiniteData<AuditEntry[]>, unknown[], Last>({
    queryKey: ["audit", filters],
    queryFn: async ({ pageParam }) => {
      const query = { ...auditQueryOf(filters), ...pageParam, limit: PAGE };
      return (await ask(api.audit.get({ query }))).entries;
    },
    initialPageParam: null,
    getNextPageParam: (page) => {
      const last = page.at(-1);
      return last && page.length === PAGE ? { before: last.at, beforeId: last.id } : undefined;
    },
  });
}

/** Kinds of things and people that occur in the log. */
export function useAuditFilters() {
  const { api } = useSigned().session;
  return useQuery<AuditFilters, ApiProblem>({
    queryKey: ["audit-filters"],
    queryFn: () => ask(api.audit.filters.get()),
  });
}
