import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { PerformanceView, ReportBy, ReportView } from "#shared/contracts/report";
import type { Currency } from "#shared/kernel/money";
import type { ApiProblem } from "../../kit/api-problem";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";

export type ReportAsked = {
  from: string;
  to: string;
  by: ReportBy;
  branchId?: string | undefined;
  currency?: Currency | undefined;
};

export function useReport(asked: ReportAsked) {
  const { api } = useSigned().session;
  return useQuery<ReportView, ApiProblem>({
    queryKey: ["report", asked],
    queryFn: () => ask(api.reports.get({ query: asked })),
    placeholderData: keepPreviousData,
  });
}

export function usePerformance(asked: { month: string; branchId?: string | undefined }) {
  const { api } = useSigned().session;
  return useQuery<PerformanceView, ApiProblem>({
    queryKey: ["performance", asked],
    queryFn: () => ask(api.reports.couriers.get({ query: asked })),
    placeholderData: keepPreviousData,
  });
}
