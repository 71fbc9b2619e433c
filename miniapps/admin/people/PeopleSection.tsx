import { UserPlus } from "lucide-react";
import { Link, Route, Switch } from "wouter";
import { topic } from "#shared/contracts/events";
import { useLive } from "../../kit/live";
import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { Screen } from "../../kit/ui/Screen";
import { CourierList } from "./CourierList";
import { CourierPage } from "./CourierPage";
import { GrantPage } from "./GrantPage";
import { InvitationList } from "./InvitationList";
import { InvitePage } from "./InvitePage";
import { StaffList } from "./StaffList";

const LISTS = { staff: StaffList, couriers: CourierList, invitations: InvitationList } as const;
type ListName = keyof typeof LISTS;

export default function PeopleSection() {
  const { organisationId } = useSigned().me;
  useLive([topic("board", organisationId)], {
    "member.changed": [["members"], ["invitations"]],
    "courier.changed": [["couriers"]],
  });
  return (
    <Switch>
      <Route path="/invite">
        <InvitePage />
      </Route>
      <Route path="/roles/:accountId">{({ accountId }) => <GrantPage accountId={accountId} />}</Route>
      <Route path="/couriers/:id">{({ id }) => <CourierPage key={id} id={id} />}</Route>
      <Route path="/:list?">
        {({ list }) => <Lists open={list && list in LISTS ? (list as ListName) : "staff"} />}
      </Route>
    </Switch>
  );
}

function Lists({ open }: { open: ListName }) {
  const { t } = useTexts();
  const List = LISTS[open];
  const invite = (
    <Link href="/invite" className="button primary">
      <UserPlus size={18} aria-hidden="true" />
      {t("admin-people-invite")}
    </Link>
  );
  return (
    <Screen title={t("admin-section-people")} aside={invite}>
      <nav className="tabs" aria-label={t("admin-section-people")}>
        {Object.keys(LISTS).map((name) => (
          <Link key={name} href={`/${name}`} aria-current={name === open ? "page" : undefined}>
            {t(`admin-people-${name}`)}
          </Link>
        ))}
      </nav>
      <List />
    </Screen>
  );
}
