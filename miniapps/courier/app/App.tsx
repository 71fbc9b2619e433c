import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { Query } from "../../kit/ui/Query";
import { Screen } from "../../kit/ui/Screen";
import { Empty } from "../../kit/ui/States";
import { OutboxProvider } from "../outbox/OutboxProvider";
import { PositionProvider } from "../positions/PositionProvider";
import { CourierRoom } from "./CourierRoom";
import { NavigationProvider } from "./navigation";
import { useMe } from "./use-me";
import "./courier.css";

/** Lets couriers in; whoever applied and waits, or only strayed here, is told what to do. */
export function App() {
  const { t } = useTexts();
  const { me } = useSigned();
  const isIn = me.courierId !== null && me.roles.includes("courier");
  if (!isIn)
    return (
      <Screen title={t("ui-title-courier")}>
        <Empty icon="clock" text={t(me.courierId ? "road-waits" : "road-stranger")} />
      </Screen>
    );
  return (
    <NavigationProvider>
      <OutboxProvider courierId={me.courierId!}>
        <AtWork />
      </OutboxProvider>
    </NavigationProvider>
  );
}

function AtWork() {
  const { t } = useTexts();
  const me = useMe();
  if (me.data === undefined)
    return (
      <Screen title={t("ui-title-courier")}>
        <Query query={me}>{() => null}</Query>
      </Screen>
    );
  const { id, state } = me.data;
  return (
    <PositionProvider works={state !== "offline"} courierId={id}>
      <CourierRoom me={me.data} />
    </PositionProvider>
  );
}
