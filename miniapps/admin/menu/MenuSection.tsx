import { Route, Switch } from "wouter";
import { CategoriesPage } from "./CategoriesPage";
import { ImportPage } from "./ImportPage";
import { EditItemPage, NewItemPage } from "./ItemPage";
import { MenuPage } from "./MenuPage";
import "../tables/tables.css";
import "./menu.css";

export default function MenuSection() {
  return (
    <Switch>
      <Route path="/">
        <MenuPage />
      </Route>
      <Route path="/:brandId/categories">{({ brandId }) => <CategoriesPage brandId={brandId} />}</Route>
      <Route path="/:brandId/import">{({ brandId }) => <ImportPage brandId={brandId} />}</Route>
      <Route path="/:brandId/new">{({ brandId }) => <NewItemPage brandId={brandId} />}</Route>
      <Route path="/:brandId/items/:id">
        {({ brandId, id }) => <EditItemPage key={id} brandId={brandId} id={id} />}
      </Route>
    </Switch>
  );
}
