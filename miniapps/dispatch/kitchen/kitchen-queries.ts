import { queryOptions } from "@tanstack/react-query";
import type { Api } from "../../kit/api";
import { ask } from "../../kit/session";

export const branchesQuery = (api: Api) =>
  queryOptions({ queryKey: ["branches"], queryFn: () => ask(api.branches.get({ query: {} })) });

const LOOK_AGAIN_MS = 60_000;

export const kitchenQuery = (api: Api, branchId: string) =>
  queryOptions({
    queryKey: ["kitchen", branchId],
    queryFn: () => ask(api.board.kitchen.get({ query: { branchId } })),
    refetchInterval: LOOK_AGAIN_MS,
  });

export const menuQuery = (api: Api, branchId: string) =>
  queryOptions({ queryKey: ["menu", branchId], queryFn: () => ask(api.branches({ id: branchId }).menu.get()) });
