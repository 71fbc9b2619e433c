import { Route, Switch } from "wouter";
import { BranchList } from "./BranchList";
import { BranchPage } from "./BranchPage";
import { NewBranchPage } from "./NewBranchPage";
import "./branches.css";

export default function BranchesSection() {
  return (
    <Switch>
      <Route path="/">
        <BranchList />
      </Route>
      <Route path="/new">
        <NewBranchPage />
      </Route>
      <Route path="/:id/:part?">{({ id, part }) => <BranchPage key={id} id={id} part={part ?? "details"} />}</Route>
    </Switch>
  );
}
