import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import type { BrandMenuView, BulkEdit, ItemsPage, ItemView } from "#shared/contracts/brand-menu";
import type { StockChange, StockLogEntry } from "#shared/contracts/menu";
import type { ApiProblem } from "../../kit/api-problem";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";

export type ItemFilters = { categoryId?: string | undefined; q?: string | undefined; soldOut?: "true" | undefined };

export function useBrandMenu(brandId: string) {
  const { api } = useSigned().session;
  return useQuery<BrandMenuView, ApiProblem>({
    queryKey: ["brand-menu", brandId],
    queryFn: () => ask(api.brands({ id: brandId }).menu.get()),
  });
}

export function useItems(brandId: string, filters: ItemFilters) {
  const { api } = useSigned().session;
  return useInfiniteQuery<ItemsPage, ApiProblem, ItemsPage[], unknown[], string | null>({
    queryKey: ["items", brandId, filters],
    queryFn: ({ pageParam }) => {
      const { soldOut, ...texts } = filters;
      const query = { ...texts, ...(soldOut && { soldOut }), ...(pageParam && { after: pageParam }), limit: 60 };
      return ask(api.brands({ id: brandId }).items.get({ query: query as never }));
    },
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages,
    placeholderData: keepPreviousData,
  });
}

export function useItem(id: string) {
  const { api } = useSigned().session;
  return useQuery<ItemView, ApiProblem>({
    queryKey: ["item", id],
    queryFn: () => ask(api.items({ id }).get()),
    refetchOnWindowFocus: false, // a form is filled from it
  });
}

/** After a change everything that shows the menu is asked anew. */
export function useForgetMenu() {
  const queries = useQueryClient();
  return () => {
    for (const queryKey of [["brand-menu"], ["items"], ["item"]]) void queries.invalidateQueries({ queryKey });
  };
}

export function useBulkEdit(brandId: string) {
  const { api } = useSigned().session;
  const forget = useForgetMenu();
  return useMutation<{ changed: number }, ApiProblem, BulkEdit>({
    mutationFn: (edit) => ask(api.brands({ id: brandId }).items.bulk.post(edit)),
    onSettled: forget,
  });
}

export function useArchiveItem(id: string, done: () => void) {
  const { api } = useSigned().session;
  const forget = useForgetMenu();
  return useMutation<{ id: string }, ApiProblem>({
    mutationFn: () => ask(api.items({ id }).delete()),
    onSuccess: () => {
      forget();
      done();
    },
  });
}

type Place = { branchId: string; itemId: string };

export function useAvailability({ branchId, itemId }: Place) {
  const { api } = useSigned().session;
  const forget = useForgetMenu();
  return useMutation<unknown, ApiProblem, boolean>({
    mutationFn: (available) => ask(api.branches({ id: branchId }).items({ itemId }).availability.put({ available })),
    onSettled: forget,
  });
}

export function useChangeStock({ branchId, itemId }: Place) {
  const { api } = useSigned().session;
  const forget = useForgetMenu();
  const queries = useQueryClient();
  return useMutation<unknown, ApiProblem, StockChange>({
    mutationFn: (change) => ask(api.branches({ id: branchId }).items({ itemId }).stock.post(change)),
    onSettled: () => {
      forget();
      void queries.invalidateQueries({ queryKey: ["stock-log", branchId, itemId] });
    },
  });
}

export function useStockLog({ branchId, itemId }: Place, wanted: boolean) {
  const { api } = useSigned().session;
  return useQuery<z.infer<typeof StockLogEntry>[], ApiProblem>({
    queryKey: ["stock-log", branchId, itemId],
    queryFn: () => ask(api.branches({ id: branchId }).items({ itemId }).stock.get()),
    enabled: wanted,
  });
}

/** Every change of the categories answers with all of them. */
export function useEditCategories(brandId: string) {
  const { api } = useSigned().session;
  const queries = useQueryClient();
  const onSuccess = (menu: BrandMenuView) => queries.setQueryData(["brand-menu", brandId], menu);
  const onError = () => void queries.invalidateQueries({ queryKey: ["brand-menu", brandId] });
  const brand = api.brands({ id: brandId });
  type Name = BrandMenuView["categories"][number]["name"];
  const add = useMutation<BrandMenuView, ApiProblem, Name>({
    mutationFn: (name) => ask(brand.categories.post({ name })),
    onSuccess,
    onError,
  });
  const rename = useMutation<BrandMenuView, ApiProblem, { id: string; name: Name }>({
    mutationFn: ({ id, name }) => ask(api.categories({ id }).patch({ name })),
    onSuccess,
    onError,
  });
  const order = useMutation<BrandMenuView, ApiProblem, string[]>({
    mutationFn: (categoryIds) => ask(brand.categories.put({ categoryIds })),
    onSuccess,
    onError,
  });
  const archive = useMutation<BrandMenuView, ApiProblem, string>({
    mutationFn: (id) => ask(api.categories({ id }).delete()),
    onSuccess,
    onError,
  });
  return { add, rename, order, archive };
}
