import type { BranchSettings } from "#shared/contracts/branch-settings";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Card } from "../../kit/ui/Card";
import { Refused } from "../../kit/ui/States";
import { usePauseBranch } from "./queries";

const MINUTES = [30, 60, 240] as const;

/** The brake: no new orders for a while; it opens by itself. */
export function PauseCard({ settings: { id, pausedUntil } }: { settings: BranchSettings }) {
  const { t } = useTexts();
  const pause = usePauseBranch(id);
  return (
    <Card title={t("admin-branch-pause")}>
      <p className="hint">{t("admin-branch-pause-hint")}</p>
      <div className="line">
        {MINUTES.map((minutes) => (
          <Button key={minutes} busy={pause.isPending} onPress={() => pause.mutate(minutes)}>
            {t("admin-branch-pause-for", { minutes })}
          </Button>
        ))}
        {pausedUntil && (
          <Button look="primary" busy={pause.isPending} onPress={() => pause.mutate(0)}>
            {t("admin-branch-open-again")}
          </Button>
        )}
      </div>
      <Refused problem={pause.error} />
    </Card>
  );
}
