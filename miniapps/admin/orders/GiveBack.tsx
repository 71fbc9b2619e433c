import { useState } from "react";
import type { OrderView } from "#shared/contracts/order";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { useMay } from "../app/use-me";
import { AmountSheet } from "../forms/AmountSheet";
import { useRefund } from "./queries";

/** What the customer paid, all of it or a part, as long as something is left of it. */
export function GiveBack({ order }: { order: OrderView }) {
  const { t } = useTexts();
  const may = useMay("refund.give");
  const [asks, setAsks] = useState(false);
  if (!may || order.refundableMinor <= 0) return null;
  return (
    <div className="line">
      <Button look="danger" onPress={() => setAsks(true)}>
        {t("admin-orders-refund")}
      </Button>
      {asks && <RefundSheet order={order} onClose={() => setAsks(false)} />}
    </div>
  );
}

function RefundSheet({ order, onClose }: { order: OrderView; onClose: () => void }) {
  const { t } = useTexts();
  const { id, code, currency, refundableMinor, paymentMethod } = order;
  // One name for everything that this sheet sends: a second try after a lost answer gives back once.
  const [refundId] = useState(() => crypto.randomUUID());
  const refund = useRefund(id);
  return (
    <AmountSheet
      title={t("admin-orders-refund")}
      question={(amount) => t("admin-orders-refund-question", { amount, code })}
      currency={currency}
      mostMinor={refundableMinor}
      busy={refund.isPending}
      problem={refund.error}
      onYes={(amountMinor) => refund.mutate({ refundId, amountMinor }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p className="hint">{t(`admin-orders-refund-${paymentMethod}`)}</p>
    </AmountSheet>
  );
}
