import { confirmed } from "../../kit/telegram";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Card } from "../../kit/ui/Card";
import { Refused } from "../../kit/ui/States";
import { leaveFor } from "../app/leaving";
import { useArchiveBranch } from "./queries";

/** There is no way back from here, so it asks. */
export function CloseForGood({ id }: { id: string }) {
  const { t } = useTexts();
  const archive = useArchiveBranch(id, () => leaveFor("/branches"));
  const ask = async () => {
    const question = {
      text: t("admin-branch-archive-question"),
      yes: t("admin-branch-archive-yes"),
      no: t("ui-cancel"),
      destructive: true,
    };
    if (await confirmed(question)) archive.mutate();
  };
  return (
    <Card title={t("admin-branch-archive")}>
      <p className="hint">{t("admin-branch-archive-hint")}</p>
      <Refused problem={archive.error} />
      <div className="line">
        <Button look="danger" busy={archive.isPending} onPress={() => void ask()}>
          {t("admin-branch-archive-yes")}
        </Button>
      </div>
    </Card>
  );
}
