import type { ZoneView } from "#shared/contracts/zone";
import { confirmed } from "../../kit/telegram";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Refused } from "../../kit/ui/States";
import { useArchiveZone } from "./queries";

/** Customers there are refused from then on, so it asks. */
export function RemoveZone({ zone, onGone }: { zone: ZoneView; onGone: () => void }) {
  const { t } = useTexts();
  const archive = useArchiveZone(zone, onGone);
  const ask = async () => {
    const text = t("admin-zone-remove-question", { name: zone.name });
    const yes = t("admin-zone-remove");
    if (await confirmed({ text, yes, no: t("ui-cancel"), destructive: true })) archive.mutate();
  };
  return (
    <div className="line">
      <Button look="danger" busy={archive.isPending} onPress={() => void ask()}>
        {t("admin-zone-remove")}
      </Button>
      <Refused problem={archive.error} />
    </div>
  );
}
