import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef } from "react";
import type { BoardView } from "#shared/contracts/board";
import type { OrderView } from "#shared/contracts/order";
import { money } from "../../kit/format";
import { localText } from "../../kit/local-text";
import { useSigned } from "../../kit/start-app";
import { showBackButton } from "../../kit/telegram";
import { useTexts } from "../../kit/texts";
import { Badge, Card } from "../../kit/ui/Card";
import { Icon } from "../../kit/ui/Icon";
import { Query } from "../../kit/ui/Query";
import { useLiveBoard } from "../board/live-board";
import { PromiseDial } from "../board/PromiseDial";
import { AssignPanel } from "./AssignPanel";
import { deliveryQuery, orderQuery } from "./drawer-queries";
import { OrderActions } from "./OrderActions";
import { deliveryActions, orderActions } from "./order-actions";
import { People } from "./People";
import { Timeline } from "./Timeline";
import { Transcript } from "./Transcript";

type Props = { board: BoardView; orderId: string; onClose: () => void };

/** Everything about one order, and everything that may be done with it. */
export function OrderDrawer({ board, orderId, onClose }: Props) {
  const { t } = useTexts();
  const { session } = useSigned();
  const order = useQuery(orderQuery(session.api, orderId));
  const close = useEffectEvent(onClose);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => showBackButton(() => close()) ?? undefined, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another order is another page to read
  useEffect(() => heading.current?.focus({ preventScroll: true }), [orderId]);
  return (
    <aside
      className="drawer"
      aria-label={t("dispatch-order", { code: order.data?.code ?? "" })}
      onKeyDown={({ key }) => key === "Escape" && onClose()}
    >
      <header>
        {order.data && <PromiseDial placedAt={order.data.placedAt} promisedAt={order.data.promisedAt} />}
        <h2 tabIndex={-1} ref={heading}>
          {order.data?.code ?? "…"}
        </h2>
        {order.data && <Badge>{t(statusTextOf(order.data))}</Badge>}
        <button type="button" className="button" onClick={onClose} aria-label={t("ui-close")}>
          <Icon name="close" />
        </button>
      </header>
      <Query query={order}>{(data) => <OrderPage key={orderId} board={board} order={data} />}</Query>
    </aside>
  );
}

const statusTextOf = ({ status, delivery }: OrderView): string => {
  const isOpen = delivery && !["delivered", "cancelled", "failed"].includes(delivery.status);
  return `${isOpen ? `delivery-status-${delivery.status}` : `order-status-${status}`}`.replaceAll("_", "-");
};

function OrderPage({ board, order }: { board: BoardView; order: OrderView }) {
  const { t, language } = useTexts();
  const { session, me } = useSigned();
  const { api } = session;
  const { touch } = useLiveBoard();
  const queries = useQueryClient();
  const deliveryId = order.delivery?.id ?? "";
  const found = useQuery({ ...deliveryQuery(api, order.id, deliveryId), enabled: deliveryId !== "" });
  const delivery = found.data ?? null;
  const done = () => {
    touch({ orderId: order.id, courierId: delivery?.courier?.id });
    void queries.invalidateQueries({ queryKey: ["order", order.id] });
    void queries.invalidateQueries({ queryKey: ["candidates"] });
  };
  const canAssign =
    delivery !== null &&
    me.permissions.includes("dispatch.steer") &&
    delivery.actions.some((action) => action === "assign" || action === "reassign" || action === "take_over");
  const actions = [...orderActions(api, t, order), ...(delivery ? deliveryActions(api, t, delivery) : [])];
  const isWaiting = delivery?.status === "waiting" || delivery?.status === "offered";
  const assign = canAssign && (
    <Card title={t(delivery.courier ? "dispatch-give-to-another" : "dispatch-who-takes-it")}>
      <AssignPanel key={delivery.id} board={board} delivery={delivery} onDone={done} />
    </Card>
  );
  return (
    <div className="drawer-body">
      {/* Always in this place: it remembers who had the order when the dispatcher began to choose. */}
      {assign}
      <OrderActions actions={actions} isSecondary={isWaiting} onDone={done} />
      <Card title={t("dispatch-people")}>
        <People order={order} delivery={delivery} />
      </Card>
      <Card title={t("dispatch-dishes")}>
        <ul className="lines">
          {order.lines.map((line) => (
            <li key={`${line.itemId} ${line.modifiers.map(({ id }) => id).join()}`}>
              <span>
                {line.quantity} × {localText(line.name, language)}
              </span>
              <span>{money(language, line.totalMinor, order.currency)}</span>
            </li>
          ))}
          <li className="total">
            <span>{t(`payment-method-${order.paymentMethod}`)}</span>
            <b>{money(language, order.totalMinor, order.currency)}</b>
          </li>
        </ul>
      </Card>
      <Card title={t("dispatch-chat")}>
        <Transcript orderId={order.id} hasCourier={delivery?.courier != null} />
      </Card>
      <Card title={t("dispatch-timeline")}>
        <Timeline entries={order.timeline} />
      </Card>
    </div>
  );
}
