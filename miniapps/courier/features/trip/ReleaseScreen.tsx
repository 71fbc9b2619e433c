import { useState } from "react";
import type { Id } from "#shared/kernel/ids";
import { useTexts } from "../../../kit/texts";
import { useNavigation, useUnsaved } from "../../app/navigation";
import type { OwnReleaseReason } from "../../outbox/courier-action";
import { useOutbox } from "../../outbox/OutboxProvider";
import { Page } from "../../ui/Page";
import { Reasons } from "../../ui/Reasons";
import { RELEASE_REASONS } from "./reasons";
import { useDoor } from "./use-door";

/** The courier cannot fetch it; somebody else shall. */
export function ReleaseScreen({ deliveryId }: { deliveryId: Id }) {
  const { t } = useTexts();
  const { leave } = useNavigation();
  const { store } = useOutbox();
  const door = useDoor(deliveryId);
  const [reason, setReason] = useState<OwnReleaseReason | null>(null);
  useUnsaved(reason !== null);
  const release = async () => {
    if (!reason) return;
    await store.add({ do: "release", deliveryId, reason });
    leave();
  };
  return (
    <Page
      title={t("road-release")}
      primary={{ text: t("road-release-send"), onPress: () => void release(), disabled: !reason, danger: true }}
    >
      <p className="hint">{t("road-release-hint", { code: door?.stop.orderCode ?? "" })}</p>
      <Reasons
        legend={t("road-why")}
        prefix="release-reason"
        reasons={RELEASE_REASONS}
        chosen={reason}
        onChoose={setReason}
      />
    </Page>
  );
}
