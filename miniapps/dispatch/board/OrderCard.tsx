import { type DragEvent, memo } from "react";
import type { BoardOrder } from "#shared/contracts/board";
import { useTexts } from "../../kit/texts";
import { Icon } from "../../kit/ui/Icon";
import { PromiseDial } from "./PromiseDial";

/** What a dragged card carries: the id of its order. */
export const ORDER_DRAG_TYPE = "application/x-peyk-order";

type Props = {
  order: BoardOrder;
  courierName: string | null;
  branchName: string;
  isSelected: boolean;
  isRinging: boolean;
  onOpen: (orderId: string) => void;
};

/** One order, in three lines; opened by a tap, given away by dragging it onto a courier. */
export const OrderCard = memo(function OrderCard(props: Props) {
  const { order, courierName, branchName, isSelected, isRinging, onOpen } = props;
  const { t } = useTexts();
  const { delivery } = order;
  const drag = (event: DragEvent) => {
    event.dataTransfer.setData(ORDER_DRAG_TYPE, order.id);
    event.dataTransfer.effectAllowed = "move";
  };
  const classes = ["order-card", isSelected && "selected", isRinging && "ringing"].filter(Boolean).join(" ");
  return (
    <li className={classes} draggable={delivery !== null} onDragStart={drag}>
      <button type="button" aria-pressed={isSelected} onClick={() => onOpen(order.id)}>
        <PromiseDial placedAt={order.placedAt} promisedAt={order.promisedAt} />
        <span className="order-card-text">
          <span className="order-card-head">
            <b>{order.code}</b>
            <span className="order-card-marks">
              {isRinging && <Icon name="bell" size={14} />}
              {delivery?.pinnedCourierId && <Icon name="pin" size={14} />}
              {delivery?.keepApart && <Icon name="minus" size={14} />}
            </span>
          </span>
          <span className="order-card-street">{order.addressText ?? branchName}</span>
          <span className={courierName ? "order-card-who" : "order-card-who none"}>
            {courierName ?? t(statusTextOf(order))}
          </span>
        </span>
      </button>
    </li>
  );
});

function statusTextOf({ status, delivery }: BoardOrder): string {
  if (delivery?.status === "waiting" && delivery.step === "human") return "dispatch-nobody-takes-it";
  if (delivery) return `delivery-status-${delivery.status.replaceAll("_", "-")}`;
  return `order-status-${status.replaceAll("_", "-")}`;
}
