import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import {
  BrandMenuView,
  BrandRef,
  BulkDone,
  BulkEdit,
  CategoryDraft,
  CategoryOrder,
  CategoryRef,
  ItemChange,
  ItemDraft,
  ItemRef,
  ItemsPage,
  ItemsQuery,
  ItemView,
} from "#shared/contracts/brand-menu";
import { bulkEdit } from "./bulk-edit";
import { addCategory, archiveCategory, orderCategories, renameCategory } from "./edit-categories";
import { listItems } from "./list-items";
import { addItem, archiveItem, changeItem, seeItem } from "./save-item";
import { seeBrandMenu } from "./see-brand-menu";

const menu = (summary: string) => ({ response: BrandMenuView, detail: { summary } });
const item = (summary: string) => ({ response: ItemView, detail: { summary } });

/** The menu as the management edits it; what a branch sells of it is under `/branches`. */
export const brandMenuRoutes = (deps: Deps) =>
  new Elysia({ tags: ["menu"] })
    .use(signedIn(deps))
    .get("/brands/:id/menu", ({ actor, params }) => seeBrandMenu(deps, actor, params.id), {
      ...menu("The categories of a brand's menu"),
      params: BrandRef,
    })
    .get("/brands/:id/items", ({ actor, params, query }) => listItems(deps, actor, { ...query, ...params }), {
      params: BrandRef,
      query: ItemsQuery,
      response: ItemsPage,
      detail: { summary: "The items of a brand, page by page" },
    })
    .post("/brands/:id/items/bulk", ({ actor, params, body }) => bulkEdit(deps, actor, { ...body, ...params }), {
      params: BrandRef,
      body: BulkEdit,
      response: BulkDone,
      detail: { summary: "Change many items at once" },
    })
    .post("/brands/:id/categories", ({ actor, params, body }) => addCategory(deps, actor, { ...body, ...params }), {
      ...menu("Add a category"),
      params: BrandRef,
      body: CategoryDraft,
    })
    .put("/brands/:id/categories", ({ actor, params, body }) => orderCategories(deps, actor, { ...body, ...params }), {
      ...menu("Put the categories in another order"),
      params: BrandRef,
      body: CategoryOrder,
    })
    .patch("/categories/:id", ({ actor, params, body }) => renameCategory(deps, actor, { ...body, ...params }), {
      ...menu("Rename a category"),
      params: CategoryRef,
      body: CategoryDraft,
    })
    .delete("/categories/:id", ({ actor, params }) => archiveCategory(deps, actor, params.id), {
      ...menu("Take an empty category off the menu"),
      params: CategoryRef,
    })
    .post("/items", ({ actor, body }) => addItem(deps, actor, body), {
      ...item("Add an item to the menu"),
      body: ItemDraft,
    })
    .get("/items/:id", ({ actor, params }) => seeItem(deps, actor, params.id), {
      ...item("See an item as its editor"),
      params: ItemRef,
    })
    .put("/items/:id", ({ actor, params, body }) => changeItem(deps, actor, { ...body, ...params }), {
      ...item("Change an item"),
      params: ItemRef,
      body: ItemChange,
    })
    .delete("/items/:id", ({ actor, params }) => archiveItem(deps, actor, params.id), {
      params: ItemRef,
      response: ItemRef,
      detail: { summary: "Take an item off the menu" },
    });
