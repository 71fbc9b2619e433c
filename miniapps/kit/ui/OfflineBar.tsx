import { onlineManager } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useConnected } from "../live";
import { useTexts } from "../texts";

/** A short break heals by itself and is not worth a word. */
const PATIENCE_MS = 2_500;

/** Tells, above everything else, that what is shown may be old. */
export function OfflineBar() {
  const { t } = useTexts();
  const hasNetwork = useSyncExternalStore(
    (changed) => onlineManager.subscribe(changed),
    () => onlineManager.isOnline(),
  );
  const isOffline = useConnected() === "offline" || !hasNetwork;
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (!isOffline) return setShown(false);
    const timer = setTimeout(() => setShown(true), hasNetwork ? PATIENCE_MS : 0);
    return () => clearTimeout(timer);
  }, [isOffline, hasNetwork]);
  return isShown ? (
    <p className="bar" role="status">
      {t("ui-offline")}
    </p>
  ) : null;
}
