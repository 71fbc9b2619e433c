import { type ApiProblem, isSessionOver } from "../api-problem";
import { closeApp } from "../telegram";
import { useTexts } from "../texts";
import { Button } from "./Button";
import { Screen } from "./Screen";
import { Empty, Problem } from "./States";

/** Opened in a browser, or by a link that names no bot. */
export function Outside() {
  const { t } = useTexts();
  return (
    <Screen title="Peyk">
      <Empty icon="lock" text={t("ui-open-in-telegram")} />
    </Screen>
  );
}

/** Not let in, or no longer. Trying again helps against silence; else the app must be opened anew. */
export function Closed({ problem, onRetry }: { problem: ApiProblem; onRetry: () => void }) {
  const { t } = useTexts();
  const isOver = isSessionOver(problem);
  return (
    <Screen title="Peyk">
      <Problem problem={problem} onRetry={isOver ? undefined : onRetry}>
        {isOver && <Button onPress={closeApp}>{t("ui-close")}</Button>}
      </Problem>
    </Screen>
  );
}
