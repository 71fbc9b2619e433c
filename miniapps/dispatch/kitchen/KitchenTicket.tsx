import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { KitchenOrder, KitchenView } from "#shared/contracts/board";
import type { LocalText } from "#shared/kernel/language";
import { RejectReason } from "#shared/order/order-reasons";
import type { OrderAction } from "#shared/order/order-status";
import { businessNowMs } from "../../kit/business-time";
import { moment } from "../../kit/format";
import { localText } from "../../kit/local-text";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Icon } from "../../kit/ui/Icon";
import { Refused } from "../../kit/ui/States";
import { PromiseDial } from "../board/PromiseDial";
import { ChoiceDialog } from "../ui/ChoiceDialog";

type Props = {
  order: KitchenOrder;
  branch: Pick<KitchenView, "preparationMinutes" | "timezone">;
  onDone: () => void;
};

/** Around what the branch usually needs, in fives. */
const minutesAround = (usual: number): number[] => {
  const middle = Math.max(10, Math.round(usual / 5) * 5);
  return [middle - 5, middle, middle + 10, middle + 20];
};

/** One order as a kitchen's slip: read from two steps away, answered with a floury finger. */
export function KitchenTicket({ order, branch, onDone }: Props) {
  const { t, language } = useTexts();
  const { session } = useSigned();
  const [isRejecting, setRejecting] = useState(false);
  const act = useMutation({
    mutationFn: ({ action, ...body }: { action: OrderAction; readyInMinutes?: number; reason?: string }) =>
      ask(session.api.orders({ id: order.id })({ action }).post(body)),
    onSettled: () => {
      setRejecting(false);
      onDone();
    },
  });
  const isNew = order.status === "placed";
  const name = (text: LocalText) => localText(text, language);
  return (
    <li className={isNew ? "ticket new" : `ticket ${order.status}`}>
      <header>
        <PromiseDial placedAt={order.placedAt} promisedAt={order.readyAt ?? order.promisedAt} />
        <h3>{order.code}</h3>
        <span className="hint">
          {t(order.fulfilment === "pickup" ? "dispatch-customer-collects" : "fulfilment-delivery")}
          {order.scheduledFor &&
            ` · ${moment(language, new Date(order.scheduledFor), businessNowMs(), branch.timezone)}`}
        </span>
      </header>
      <ul className="ticket-lines">
        {order.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of an order never change places
          <li key={index}>
            <b>{line.quantity} ×</b> {name(line.name)}
            {line.modifiers.length > 0 && <span className="hint"> {line.modifiers.map(name).join(", ")}</span>}
          </li>
        ))}
      </ul>
      {order.note && <p className="ticket-note">{order.note}</p>}
      {order.courier && (
        <p className={order.courier.atCounter ? "ticket-courier here" : "ticket-courier"}>
          <Icon name="bike" size={18} />
          {t(order.courier.atCounter ? "dispatch-courier-waits" : "dispatch-courier-comes", {
            name: order.courier.firstName,
          })}
        </p>
      )}
      <Refused problem={act.error} />
      <footer>
        {isNew && (
          <>
            <span className="hint">{t("dispatch-ready-in-how-long")}</span>
            <div className="ticket-minutes">
              {minutesAround(branch.preparationMinutes).map((minutes, index) => (
                <Button
                  key={minutes}
                  look={index === 1 ? "primary" : "plain"}
                  busy={act.isPending}
                  onPress={() => act.mutate({ action: "confirm", readyInMinutes: minutes })}
                >
                  {t("dispatch-minutes", { minutes })}
                </Button>
              ))}
            </div>
            <Button look="danger" busy={act.isPending} onPress={() => setRejecting(true)}>
              {t("order-action-reject")}
            </Button>
          </>
        )}
        {order.status === "confirmed" && (
          <Button busy={act.isPending} onPress={() => act.mutate({ action: "start_preparing" })}>
            {t("order-action-start-preparing")}
          </Button>
        )}
        {(order.status === "confirmed" || order.status === "preparing") && (
          <Button look="primary" wide busy={act.isPending} onPress={() => act.mutate({ action: "mark_ready" })}>
            {t("order-action-mark-ready")}
          </Button>
        )}
        {order.status === "ready" && order.fulfilment === "pickup" && (
          <Button look="primary" wide busy={act.isPending} onPress={() => act.mutate({ action: "collect" })}>
            {t("order-action-collect")}
          </Button>
        )}
      </footer>
      <ChoiceDialog
        title={t("order-action-reject")}
        choices={
          isRejecting
            ? RejectReason.options.map((value) => ({ value, text: t(`reject-reason-${value.replaceAll("_", "-")}`) }))
            : null
        }
        isBusy={act.isPending}
        onChoose={(reason) => act.mutate({ action: "reject", reason })}
        onClose={() => setRejecting(false)}
      />
    </li>
  );
}
