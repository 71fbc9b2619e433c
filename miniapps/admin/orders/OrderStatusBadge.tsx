import type { OrderStatus } from "#shared/order/order-status";
import { useTexts } from "../../kit/texts";
import { Badge, type Tone } from "../../kit/ui/Card";

const TONES: Partial<Record<OrderStatus, Tone>> = {
  delivered: "good",
  rejected: "alarm",
  cancelled: "alarm",
  failed: "alarm",
  returned: "alarm",
  placed: "late",
};

export function OrderStatusBadge({ status }: { status: OrderStatus }) {
  const { t } = useTexts();
  return <Badge tone={TONES[status] ?? "plain"}>{t(`order-status-${status.replaceAll("_", "-")}`)}</Badge>;
}
