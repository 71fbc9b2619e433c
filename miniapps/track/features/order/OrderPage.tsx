import type { OrderView } from "#shared/contracts/order";
import { useTexts } from "../../../kit/texts";
import { Button } from "../../../kit/ui/Button";
import { Icon } from "../../../kit/ui/Icon";
import { Query } from "../../../kit/ui/Query";
import { Screen } from "../../../kit/ui/Screen";
import type { ChatWith } from "../chat/queries";
import { RatingCard } from "../rating/RatingCard";
import { Bill } from "./Bill";
import { CourierCard } from "./CourierCard";
import { Headline } from "./Headline";
import { OrderMap } from "./OrderMap";
import { PinCard } from "./PinCard";
import { useOrder } from "./queries";
import { Timeline } from "./Timeline";

type Paths = { onBack?: (() => void) | undefined; onChat: (partner: ChatWith) => void; onCancel: () => void };

/** Everything about one order, as its customer may know it. */
export function OrderPage({ orderId, ...paths }: { orderId: string } & Paths) {
  const { t } = useTexts();
  const order = useOrder(orderId);
  const title = order.data ? t("track-title", { code: order.data.code }) : t("ui-title-track");
  return (
    <Screen title={title} {...(paths.onBack && { onBack: paths.onBack })}>
      <Query query={order} rows={4}>
        {(data) => <Order order={data} {...paths} />}
      </Query>
    </Screen>
  );
}

function Order({ order, onChat, onCancel }: { order: OrderView } & Paths) {
  const { t } = useTexts();
  const { fulfilment, delivery, closedAt, actions } = order;
  const isOpen = closedAt === null;
  return (
    <>
      <Headline order={order} />
      {isOpen && fulfilment === "delivery" && <OrderMap order={order} />}
      {isOpen && delivery?.pin && delivery.courier && <PinCard pin={delivery.pin} />}
      {delivery?.courier && (
        <CourierCard courier={delivery.courier} {...(isOpen && { onChat: () => onChat("courier") })} />
      )}
      {(order.status === "delivered" || order.status === "returned") && <RatingCard order={order} />}
      <Bill order={order} />
      <Timeline order={order} />
      <div className="actions">
        <Button onPress={() => onChat("staff")}>
          <Icon name="chat" size={20} />
          {t("track-write-shop")}
        </Button>
        {actions.includes("cancel") && (
          <Button look="danger" onPress={onCancel}>
            <Icon name="close" size={20} />
            {t("track-cancel")}
          </Button>
        )}
      </div>
    </>
  );
}
