import { Route, Switch, useSearchParams } from "wouter";
import { topic } from "#shared/contracts/events";
import { useLive } from "../../kit/live";
import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { Screen } from "../../kit/ui/Screen";
import { Empty, Loading, Problem } from "../../kit/ui/States";
import { useBranches } from "../branches/queries";
import { useZones } from "./queries";
import { ZoneEditor } from "./ZoneEditor";
import { ZoneOverview } from "./ZoneOverview";
import "./zones.css";

export default function ZonesSection() {
  const { t } = useTexts();
  const { organisationId } = useSigned().me;
  const [branches, zones] = [useBranches(), useZones()];
  const [search] = useSearchParams();
  useLive([topic("board", organisationId)], { "branch.changed": [["branches"]] });
  const failed = branches.error ?? zones.error;
  const branch = branches.data?.find(({ id }) => id === search.get("branch")) ?? branches.data?.[0];
  if (!branch || !zones.data)
    return (
      <Screen title={t("admin-section-zones")}>
        {failed ? (
          <Problem problem={failed} onRetry={() => void Promise.all([branches.refetch(), zones.refetch()])} />
        ) : branches.isPending || zones.isPending ? (
          <Loading rows={4} />
        ) : (
          <Empty text={t("ui-nothing-here")} />
        )}
      </Screen>
    );
  const own = zones.data.filter(({ branchId }) => branchId === branch.id);
  return (
    <Switch>
      <Route path="/">
        <ZoneOverview key={branch.id} branches={branches.data ?? []} branch={branch} zones={own} />
      </Route>
      <Route path="/new">
        <ZoneEditor branch={branch} zones={own} zone={null} />
      </Route>
      <Route path="/:id">
        {({ id }) => {
          const zone = own.find((each) => each.id === id);
          return zone ? (
            <ZoneEditor key={`${id}-${zone.version}`} branch={branch} zones={own} zone={zone} />
          ) : (
            <Screen title={t("admin-section-zones")}>
              <Empty text={t("refusal-zone-not-found")} />
            </Screen>
          );
        }}
      </Route>
    </Switch>
  );
}
