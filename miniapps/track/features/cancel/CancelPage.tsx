import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { CancelReason } from "#shared/order/order-reasons";
import { ask } from "../../../kit/session";
import { useSigned } from "../../../kit/start-app";
import { confirmed, haptic } from "../../../kit/telegram";
import { useTexts } from "../../../kit/texts";
import { MainButton } from "../../../kit/ui/MainButton";
import { Screen } from "../../../kit/ui/Screen";
import { Refused } from "../../../kit/ui/States";
import { wordId } from "../order/word-id";

const REASONS: readonly CancelReason[] = ["changed_mind", "ordered_by_mistake", "too_slow", "wrong_address", "other"];

/** Takes the order back, with a reason, after asking once more. */
export function CancelPage({ orderId, onDone }: { orderId: string; onDone: () => void }) {
  const { t } = useTexts();
  const { api } = useSigned().session;
  const queries = useQueryClient();
  const [reason, setReason] = useState<CancelReason | null>(null);
  const cancel = useMutation({
    mutationFn: () => ask(api.orders({ id: orderId })({ action: "cancel" }).post({ reason })),
    onSuccess: () => {
      haptic("success");
      onDone();
    },
    // Also when it is refused: the order has moved on, and the page behind shall show how it stands.
    onSettled: () => queries.invalidateQueries({ queryKey: ["order", orderId] }),
  });
  const press = async () => {
    const question = { text: t("track-cancel-sure"), yes: t("track-cancel"), no: t("ui-back"), destructive: true };
    if (await confirmed(question)) cancel.mutate();
  };
  return (
    <Screen title={t("track-cancel-title")} onBack={onDone}>
      <fieldset className="card choices">
        <legend className="hint">{t("track-cancel-why")}</legend>
        {REASONS.map((each) => (
          <label key={each}>
            <input type="radio" name="reason" checked={reason === each} onChange={() => setReason(each)} />
            {t(wordId("cancel-reason", each))}
          </label>
        ))}
      </fieldset>
      <Refused problem={cancel.error} />
      <MainButton
        text={t("track-cancel")}
        busy={cancel.isPending}
        disabled={reason === null}
        onPress={() => void press()}
      />
    </Screen>
  );
}
