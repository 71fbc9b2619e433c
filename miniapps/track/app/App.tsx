import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { Screen } from "../../kit/ui/Screen";
import { Empty } from "../../kit/ui/States";

/** The first screen, until this room's owner draws it. */
export function App() {
  const { t } = useTexts();
  const { launch } = useSigned();
  return (
    <Screen title={t("ui-title-track")}>
      <Empty text={launch.startParam ?? t("ui-nothing-here")} />
    </Screen>
  );
}
