import { type DragEvent, memo, useState } from "react";
import type { BoardCourier } from "#shared/contracts/board";
import { minutes } from "../../kit/format";
import { useTexts } from "../../kit/texts";
import { useLiveBoard } from "../board/live-board";
import { ORDER_DRAG_TYPE } from "../board/OrderCard";
import { useTick } from "../ui/use-tick";
import { courierLook } from "./courier-status";

type Props = {
  courier: BoardCourier;
  isSelected: boolean;
  onOpen: (courierId: string) => void;
  onDrop: (orderId: string, courierId: string) => void;
};

/** Somebody who rides: what they do, how much they carry, how old their position is. An order dropped here is theirs. */
export const CourierRow = memo(function CourierRow({ courier, isSelected, onOpen, onDrop }: Props) {
  const { t, language } = useTexts();
  const { positions } = useLiveBoard();
  const [isOver, setOver] = useState(false);
  const reading = useTick((nowMs) => {
    const seenMs = positions.of(courier.id)?.atMs ?? (courier.position ? Date.parse(courier.position.at) : null);
    const ageMinutes = seenMs === null ? "" : String(Math.max(0, Math.floor((nowMs - seenMs) / 60_000)));
    return `${courierLook(courier, seenMs, nowMs)} ${ageMinutes}`;
  });
  const [look = "stale", age = ""] = reading.split(" ");
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes(ORDER_DRAG_TYPE)) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    setOver(false);
    const orderId = event.dataTransfer.getData(ORDER_DRAG_TYPE);
    if (orderId) onDrop(orderId, courier.id);
  };
  const classes = ["courier-row", isSelected && "selected", isOver && "over"].filter(Boolean).join(" ");
  return (
    <li className={classes} onDragOver={over} onDragLeave={() => setOver(false)} onDrop={drop}>
      <button type="button" aria-pressed={isSelected} onClick={() => onOpen(courier.id)}>
        <span className={`courier-dot ${look}`} aria-hidden="true" />
        <span className="courier-name">
          <b>{courier.firstName}</b>
          <span className="hint">
            {t(`dispatch-look-${look}`)} · {t(`vehicle-${courier.vehicle}`)}
          </span>
        </span>
        <span className="courier-figures">
          <span>
            {courier.activeOrders}/{courier.capacity}
          </span>
          <span className="hint">
            {age === "" ? "—" : age === "0" ? t("dispatch-just-now") : minutes(language, Number(age) * 60)}
          </span>
        </span>
      </button>
    </li>
  );
});
