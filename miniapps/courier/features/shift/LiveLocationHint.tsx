import { useEffect, useState } from "react";
import { closeApp, remembered } from "../../../kit/telegram";
import { useTexts } from "../../../kit/texts";
import { Button } from "../../../kit/ui/Button";
import { Icon } from "../../../kit/ui/Icon";

const SEEN_KEY = "live-hint-seen";

/** A page in the background is put to sleep; a live location in the chat goes on. */
export function LiveLocationHint() {
  const { t } = useTexts();
  const [isSeen, setSeen] = useState(true);
  useEffect(() => {
    void remembered.get(SEEN_KEY).then((answer) => setSeen(answer === "yes"));
  }, []);
  if (isSeen) return null;
  const hide = () => {
    setSeen(true);
    void remembered.set(SEEN_KEY, "yes");
  };
  return (
    <section className="card">
      <p className="with-icon">
        <Icon name="locate" />
        <b>{t("road-live-title")}</b>
      </p>
      <p className="hint">{t("road-live-how")}</p>
      <div className="pair">
        <Button onPress={closeApp}>{t("road-live-open")}</Button>
        <Button onPress={hide}>{t("road-live-done")}</Button>
      </div>
    </section>
  );
}
