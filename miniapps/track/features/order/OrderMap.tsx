import { useMemo, useState } from "react";
import type { OrderView } from "#shared/contracts/order";
import { localText } from "../../../kit/local-text";
import { MapView } from "../../../kit/map/MapView";
import type { Line, Pin } from "../../../kit/map/map-parts";
import { useTexts } from "../../../kit/texts";
import { Button } from "../../../kit/ui/Button";
import { Icon } from "../../../kit/ui/Icon";
import { usePosition } from "./queries";

/**
 * Branch and door, and between them the courier while he carries the order. Until then nothing moves on it, and a map
 * costs a slow phone two seconds and a megabyte: it comes when it is asked for.
 */
export function OrderMap({ order }: { order: OrderView }) {
  const { t } = useTexts();
  const [isAsked, setAsked] = useState(false);
  if (isAsked || order.status === "picked_up") return <LiveMap order={order} />;
  return (
    <Button wide onPress={() => setAsked(true)}>
      <Icon name="pin" size={20} />
      {t("track-show-map")}
    </Button>
  );
}

function LiveMap({ order }: { order: OrderView }) {
  const { t, language } = useTexts();
  const position = usePosition(order);
  const { branch, contact, delivery } = order;
  const door = contact?.point ?? null;
  const shop = localText(branch.name, language);
  const name = delivery?.courier?.firstName ?? "";
  const isWalker = delivery?.courier?.vehicle === "walker";

  const pins = useMemo(() => {
    const all: Pin[] = [{ id: "shop", at: branch.point, icon: "shop", label: shop, tone: "quiet" }];
    if (door) all.push({ id: "door", at: door, icon: "home", label: t("track-your-door"), tone: "good" });
    if (position) all.push({ id: "courier", at: position, icon: isWalker ? "person" : "bike", label: name });
    return all;
  }, [branch.point, door, position, shop, name, isWalker, t]);
  const lines = useMemo<Line[]>(() => {
    const from = position ?? branch.point;
    return door ? [{ id: "way", points: [from, door], dashed: true, tone: position ? "accent" : "quiet" }] : [];
  }, [branch.point, door, position]);
  const fit = useMemo(
    () => [branch.point, ...(door ? [door] : []), ...(position ? [position] : [])],
    [branch.point, door, position],
  );
  return (
    <div className="order-map">
      <MapView label={t("track-map")} pins={pins} lines={lines} fit={fit} />
    </div>
  );
}
