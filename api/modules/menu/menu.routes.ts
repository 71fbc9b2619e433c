import { Elysia } from "elysia";
import { z } from "zod";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import { BranchRef } from "#shared/contracts/branch";
import {
  ItemAvailability,
  ItemOfBranchRef,
  MenuItem,
  MenuSearch,
  MenuView,
  StockChange,
  StockLogEntry,
  StockView,
} from "#shared/contracts/menu";
import { changeStock, markItem, seeStockLog } from "./change-item";
import { searchMenu, seeMenu } from "./see-menu";

export const menuRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/branches/:id", tags: ["menu"] })
    .use(signedIn(deps))
    .get("/menu", ({ actor, params }) => seeMenu(deps, actor, params.id), {
      params: BranchRef,
      response: MenuView,
      detail: { summary: "What a branch sells now" },
    })
    .get("/menu/search", ({ actor, params, query }) => searchMenu(deps, actor, { ...params, ...query }), {
      params: BranchRef,
      query: MenuSearch,
      response: z.array(MenuItem),
      detail: { summary: "Find something on the menu" },
    })
    .put("/items/:itemId/availability", ({ actor, params, body }) => markItem(deps, actor, { ...params, ...body }), {
      params: ItemOfBranchRef,
      body: ItemAvailability,
      response: StockView,
      detail: { summary: "Sold out, or there again" },
    })
    .post("/items/:itemId/stock", ({ actor, params, body }) => changeStock(deps, actor, { ...params, ...body }), {
      params: ItemOfBranchRef,
      body: StockChange,
      response: StockView,
      detail: { summary: "Count, receive or write off portions" },
    })
    .get("/items/:itemId/stock", ({ actor, params }) => seeStockLog(deps, actor, params), {
      params: ItemOfBranchRef,
      response: z.array(StockLogEntry),
      detail: { summary: "Why the stock is what it is" },
    });
