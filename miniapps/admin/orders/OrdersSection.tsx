import { Route, Switch } from "wouter";
import "../tables/tables.css";
import { OrderPage } from "./OrderPage";
import { OrdersPage } from "./OrdersPage";

export default function OrdersSection() {
  return (
    <Switch>
      <Route path="/">
        <OrdersPage />
      </Route>
      <Route path="/:id">{({ id }) => <OrderPage key={id} id={id} />}</Route>
    </Switch>
  );
}
