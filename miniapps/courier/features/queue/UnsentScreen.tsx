import { clockTime } from "../../../kit/format";
import { useTexts } from "../../../kit/texts";
import { Button } from "../../../kit/ui/Button";
import { Icon } from "../../../kit/ui/Icon";
import { Empty } from "../../../kit/ui/States";
import { useOutbox } from "../../outbox/OutboxProvider";
import type { Entry } from "../../outbox/outbox";
import { usePlace } from "../../positions/PositionProvider";
import { Page } from "../../ui/Page";

/** What was done and is not known yet, in its order, and what was refused. */
export function UnsentScreen() {
  const { t } = useTexts();
  const { outbox, store } = useOutbox();
  const { sender } = usePlace();
  const hasWaiting = outbox.some(({ refusal }) => !refusal);
  return (
    <Page
      title={t("road-unsent-title")}
      primary={hasWaiting ? { text: t("road-send-now"), onPress: () => store.wake() } : null}
    >
      {outbox.length === 0 && <Empty icon="check" text={t("road-unsent-none")} />}
      {hasWaiting && <p className="hint">{t("road-unsent-hint")}</p>}
      <ol className="unsent-list">
        {outbox.map((entry) => (
          <Line key={entry.id} entry={entry} onDismiss={() => store.dismiss(entry.id)} />
        ))}
      </ol>
      {sender.waiting() > 0 && <p className="hint">{t("road-positions-waiting", { count: sender.waiting() })}</p>}
    </Page>
  );
}

function Line({ entry: { action, doneAtMs, tries, refusal }, onDismiss }: { entry: Entry; onDismiss: () => void }) {
  const { t, language } = useTexts();
  return (
    <li className={refusal ? "card refused" : "card"}>
      <p className="with-icon">
        <Icon name={refusal ? "warning" : "clock"} />
        <b>{t(`road-did-${action.do.replaceAll("_", "-")}`)}</b>
        <time dateTime={new Date(doneAtMs).toISOString()}>{clockTime(language, new Date(doneAtMs))}</time>
      </p>
      {refusal ? (
        <>
          <p className="problem-text">{refusal.sentence ?? t("ui-failed")}</p>
          <Button onPress={onDismiss}>{t("road-understood")}</Button>
        </>
      ) : (
        <small className="hint">{t("road-tries", { count: tries })}</small>
      )}
    </li>
  );
}
