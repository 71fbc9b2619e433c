import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import { OrderTablePage, OrderTableQuery } from "#shared/contracts/order-table";
import { listOrderTable } from "./list-order-table";

export const orderTableRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/orders", tags: ["orders"] })
    .use(signedIn(deps))
    .get("/table", ({ actor, query }) => listOrderTable(deps, actor, query), {
      query: OrderTableQuery,
      response: OrderTablePage,
      detail: { summary: "Look through all orders, page by page" },
    });
