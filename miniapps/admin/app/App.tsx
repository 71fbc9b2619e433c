import { Suspense } from "react";
import { Redirect, Route, Router, Switch } from "wouter";
import { Loading } from "../../kit/ui/States";
import { BASE, useGuardedLocation } from "./leaving";
import { MorePage } from "./MorePage";
import { Navigation } from "./Navigation";
import { SECTIONS } from "./sections";
import { useMe } from "./use-me";
import "./admin.css";
import "./lists.css";
import "../forms/forms.css";

/** The business on one page: its sections at the side or at the foot, and the one that is open. */
export function App() {
  const { permissions, organisationName } = useMe().data;
  const sections = SECTIONS.filter(({ needs }) => needs === null || permissions.includes(needs));
  return (
    <Router base={BASE} hook={useGuardedLocation}>
      <div className="admin">
        <Navigation sections={sections} title={organisationName} />
        <Suspense fallback={<Loading rows={5} />}>
          <Switch>
            {sections.map(({ id, Content }) => (
              <Route key={id} path={`/${id}`} nest>
                <Content />
              </Route>
            ))}
            <Route path="/more">
              <MorePage sections={sections} />
            </Route>
            <Route>
              <Redirect to={`/${sections[0]?.id ?? "settings"}`} replace />
            </Route>
          </Switch>
        </Suspense>
      </div>
    </Router>
  );
}
