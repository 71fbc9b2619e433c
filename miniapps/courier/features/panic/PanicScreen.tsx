import { useState } from "react";
import { haptic } from "../../../kit/telegram";
import { useTexts } from "../../../kit/texts";
import { Icon } from "../../../kit/ui/Icon";
import { useNavigation } from "../../app/navigation";
import { useOutbox } from "../../outbox/OutboxProvider";
import { usePlace } from "../../positions/PositionProvider";
import { Page } from "../../ui/Page";

/** The number for any emergency where we work. */
const EMERGENCY = "112";

/** Calls for help. Opening this page is the question, its button the answer: no third tap for somebody in trouble. */
export function PanicScreen() {
  const { t } = useTexts();
  const { open } = useNavigation();
  const { outbox, store } = useOutbox();
  const { sender } = usePlace();
  const [isCalled, setCalled] = useState(false);
  const isOnItsWay = outbox.some(({ action, refusal }) => action.do === "panic" && !refusal);
  const call = async () => {
    haptic("warning");
    setCalled(true);
    await Promise.all([store.add({ do: "panic" }), sender.flush()]);
  };
  return (
    <Page
      title={t("road-panic-title")}
      primary={isCalled ? null : { text: t("road-panic-call"), onPress: () => void call(), danger: true }}
    >
      <div className="panic" role={isCalled ? "alert" : undefined}>
        <Icon name={isCalled && !isOnItsWay ? "check" : "warning"} size={56} />
        <p>{t(isCalled ? (isOnItsWay ? "road-panic-sending" : "road-panic-called") : "road-panic-ask")}</p>
      </div>
      <div className="stop-actions">
        <a className="tile" href={`tel:${EMERGENCY}`}>
          <Icon name="phone" size={26} />
          {t("road-panic-112")}
        </a>
        <button
          type="button"
          className="tile"
          onClick={() => open({ at: "chat", orderId: null, orderCode: null, to: "staff" })}
        >
          <Icon name="chat" size={26} />
          {t("road-panic-write")}
        </button>
      </div>
    </Page>
  );
}
