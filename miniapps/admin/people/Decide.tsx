import type { UseMutationResult } from "@tanstack/react-query";
import type { ApiProblem } from "../../kit/api-problem";
import { confirmed } from "../../kit/telegram";
import { useTexts } from "../../kit/texts";
import { Button } from "../../kit/ui/Button";
import { Refused } from "../../kit/ui/States";
import type { Verdict } from "./queries";

type Props = {
  name: string;
  status: string;
  /** Of a courier: what he carries he may still bring. */
  isCourier?: boolean;
  decision: UseMutationResult<unknown, ApiProblem, Verdict>;
};

/** Lets somebody in, shuts them out, takes them back. Shutting out asks. */
export function Decide({ name, status, isCourier = false, decision }: Props) {
  const { t } = useTexts();
  const suspend = async () => {
    const text = t(isCourier ? "admin-suspend-courier-question" : "admin-suspend-question", { name });
    const yes = t("admin-suspend");
    if (await confirmed({ text, yes, no: t("ui-cancel"), destructive: true })) decision.mutate("suspend");
  };
  const approve = () => decision.mutate("approve");
  return (
    <div className="line">
      {status === "pending" && (
        <Button look="primary" busy={decision.isPending} onPress={approve}>
          {t("admin-approve")}
        </Button>
      )}
      {status === "suspended" ? (
        <Button busy={decision.isPending} onPress={approve}>
          {t("admin-take-back")}
        </Button>
      ) : (
        <Button look="danger" busy={decision.isPending} onPress={() => void suspend()}>
          {t(status === "pending" ? "admin-refuse" : "admin-suspend")}
        </Button>
      )}
      <Refused problem={decision.error} />
    </div>
  );
}
