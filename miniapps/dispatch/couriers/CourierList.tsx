import { useMemo } from "react";
import type { BoardCourier } from "#shared/contracts/board";
import { businessNowMs } from "../../kit/business-time";
import { useTexts } from "../../kit/texts";
import { Empty } from "../../kit/ui/States";
import { useLiveBoard } from "../board/live-board";
import { CourierRow } from "./CourierRow";
import { courierLook, inOrderOfUse } from "./courier-status";

type Props = {
  couriers: readonly BoardCourier[];
  text: string;
  selected: string | null;
  onOpen: (courierId: string) => void;
  onDrop: (orderId: string, courierId: string) => void;
};

/** Everybody who works now. Sorted anew when somebody's state changes, not while they ride. */
export function CourierList({ couriers, text, selected, onOpen, onDrop }: Props) {
  const { t } = useTexts();
  const { positions } = useLiveBoard();
  const rows = useMemo(() => {
    const nowMs = businessNowMs();
    const wanted = text.trim().toLowerCase();
    const found = wanted ? couriers.filter(({ firstName }) => firstName.toLowerCase().includes(wanted)) : couriers;
    // Words that find no courier were meant for the orders.
    return (found.length > 0 ? found : couriers)
      .map((courier) => ({ courier, look: lookOf(courier, nowMs), load: courier.activeOrders }))
      .sort(inOrderOfUse);
    function lookOf(courier: BoardCourier, atMs: number) {
      const seenMs = positions.of(courier.id)?.atMs ?? (courier.position ? Date.parse(courier.position.at) : null);
      return courierLook(courier, seenMs, atMs);
    }
  }, [couriers, text, positions]);
  return (
    <section className="couriers" aria-label={t("dispatch-couriers")}>
      <h2>
        {t("dispatch-couriers")} <span className="count">{couriers.length}</span>
      </h2>
      {couriers.length === 0 && <Empty icon="bike" text={t("dispatch-nobody-rides")} />}
      <ul tabIndex={couriers.length > 0 ? 0 : undefined}>
        {rows.map(({ courier }) => (
          <CourierRow
            key={courier.id}
            courier={courier}
            isSelected={selected === courier.id}
            onOpen={onOpen}
            onDrop={onDrop}
          />
        ))}
      </ul>
    </section>
  );
}
