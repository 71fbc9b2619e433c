import { useLocation } from "wouter";
import type { OrderView } from "#shared/contracts/order";
import { useBusinessNow } from "../../kit/business-time";
import { useLive } from "../../kit/live";
import { localText } from "../../kit/local-text";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Card, Facts } from "../../kit/ui/Card";
import { Query } from "../../kit/ui/Query";
import { Screen } from "../../kit/ui/Screen";
import { Refused } from "../../kit/ui/States";
import { useBranches } from "../branches/queries";
import { useDownload } from "../tables/use-download";
import { GiveBack } from "./GiveBack";
import { wallMoment } from "./moment";
import { OrderStatusBadge } from "./OrderStatusBadge";
import { useOrder } from "./queries";
import { SoldLines } from "./SoldLines";

/** One order: what, for whom, how it went, and its receipt. */
export function OrderPage({ id }: { id: string }) {
  const { t } = useTexts();
  const [, navigate] = useLocation();
  const order = useOrder(id);
  const download = useDownload();
  useLive([`order:${id}`], { "order.changed": [["order", id]], "delivery.changed": [["order", id]] });
  const receipt = (
    <Button busy={download.isPending} onPress={() => download.mutate({ kind: "receipt", orderId: id })}>
      {t("admin-orders-receipt")}
    </Button>
  );
  return (
    <Screen
      title={order.data ? t("admin-orders-one", { code: order.data.code }) : t("admin-section-orders")}
      onBack={() => navigate("/")}
      aside={receipt}
    >
      <Refused problem={download.error} />
      <Query query={order} rows={4}>
        {(found) => <OrderParts order={found} />}
      </Query>
    </Screen>
  );
}

function OrderParts({ order }: { order: OrderView }) {
  const { t, language } = useTexts();
  const nowMs = useBusinessNow(60_000);
  const timezone = useBranches().data?.find(({ id }) => id === order.branchId)?.timezone ?? "UTC";
  const moment = (at: string) => wallMoment(language, at, timezone, nowMs);
  const paid = `${t(`payment-method-${order.paymentMethod}`)} · ${t(`payment-state-${order.payment.replaceAll("_", "-")}`)}`;
  const door = [order.contact?.addressText, order.contact?.landmark].filter(Boolean).join(" · ");
  return (
    <>
      <Card>
        <Facts
          rows={[
            [t("admin-orders-status"), <OrderStatusBadge key="status" status={order.status} />],
            [t("admin-orders-sort-placed"), moment(order.placedAt)],
            [t("admin-orders-promised"), moment(order.promisedAt)],
            [t("admin-orders-branch"), localText(order.branch.name, language)],
            [t("admin-orders-customer"), order.contact?.name ?? "—"],
            [t("admin-orders-phone"), order.contact?.phone ?? "—"],
            [t("admin-orders-door"), door || "—"],
            [t("admin-orders-courier"), order.delivery?.courier?.firstName ?? "—"],
            [t("admin-orders-payment"), paid],
          ]}
        />
        <GiveBack order={order} />
      </Card>
      <SoldLines order={order} />
      <Card title={t("admin-orders-timeline")}>
        <ol className="rows">
          {order.timeline.map(({ at, to, deliveryId, doneBy }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: history only grows at its end
            <li key={index}>
              <span>
                {t(`${deliveryId ? "delivery" : "order"}-status-${to.replaceAll("_", "-")}`)}
                <span className="hint"> · {t(`role-${doneBy}`)}</span>
              </span>
              <time className="hint" dateTime={at}>
                {moment(at)}
              </time>
            </li>
          ))}
        </ol>
      </Card>
    </>
  );
}
