import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { NewRefund, OrderView } from "#shared/contracts/order";
import type { OrderTablePage } from "#shared/contracts/order-table";
import type { ApiProblem } from "../../kit/api-problem";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";

/** As it stands in the address: texts, of which the API knows the sense. */
export const ORDER_FILTERS = [
  "q",
  "branchId",
  "courierId",
  "status",
  "payment",
  "from",
  "to",
  "sort",
  "direction",
] as const;
export type OrderFilters = Partial<Record<(typeof ORDER_FILTERS)[number], string>>;

/** The query as the contract has it; what somebody typed into the address is the API's to refuse. */
type Asked = Parameters<ReturnType<typeof useSigned>["session"]["api"]["orders"]["table"]["get"]>[0]["query"];

export function useOrderTable(filters: OrderFilters) {
  const { api } = useSigned().session;
  return useInfiniteQuery<OrderTablePage, ApiProblem, OrderTablePage[], unknown[], string | null>({
    queryKey: ["order-table", filters],
    queryFn: ({ pageParam }) =>
      ask(api.orders.table.get({ query: { ...filters, ...(pageParam && { after: pageParam }) } as Asked })),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages,
    placeholderData: keepPreviousData,
  });
}

export function useOrder(id: string) {
  const { api } = useSigned().session;
  return useQuery<OrderView, ApiProblem>({
    queryKey: ["order", id],
    queryFn: () => ask(api.orders({ id }).get()),
  });
}

/** Puts what the API answered in the place of what was known. */
export function useRefund(id: string) {
  const { api } = useSigned().session;
  const queries = useQueryClient();
  return useMutation<OrderView, ApiProblem, NewRefund>({
    mutationFn: (refund) => ask(api.orders({ id }).refund.post(refund)),
    onSuccess: (order) => {
      queries.setQueryData(["order", id], order);
      void queries.invalidateQueries({ queryKey: ["order-table"] });
    },
  });
}
