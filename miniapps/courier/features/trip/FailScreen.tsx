import { useState } from "react";
import type { Id } from "#shared/kernel/ids";
import type { FailReason } from "#shared/order/order-reasons";
import { useTexts } from "../../../kit/texts";
import { useNavigation, useUnsaved } from "../../app/navigation";
import { useOutbox } from "../../outbox/OutboxProvider";
import { Page } from "../../ui/Page";
import { Reasons } from "../../ui/Reasons";
import { FAIL_REASONS } from "./reasons";
import { useDoor } from "./use-door";

/** It could not be handed over, and why. */
export function FailScreen({ deliveryId }: { deliveryId: Id }) {
  const { t } = useTexts();
  const { leave } = useNavigation();
  const { store } = useOutbox();
  const door = useDoor(deliveryId);
  const [reason, setReason] = useState<FailReason | null>(null);
  useUnsaved(reason !== null);
  const fail = async () => {
    if (!reason) return;
    await store.add({ do: "fail", deliveryId, reason });
    leave();
  };
  return (
    <Page
      title={t("road-fail")}
      primary={{ text: t("road-fail-send"), onPress: () => void fail(), disabled: !reason, danger: true }}
    >
      <p className="hint">{t("road-fail-hint", { code: door?.stop.orderCode ?? "" })}</p>
      <Reasons
        legend={t("road-why")}
        prefix="fail-reason"
        reasons={FAIL_REASONS}
        chosen={reason}
        onChoose={setReason}
      />
    </Page>
  );
}
