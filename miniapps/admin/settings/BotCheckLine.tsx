import { CircleCheck, CircleX, RefreshCw } from "lucide-react";
import { useTexts } from "../../kit/texts";
import { Refused } from "../../kit/ui/States";
import { textId } from "../app/text-id";
import { useBotCheck } from "./queries";

/** Whether the token opens its bot, asked of Telegram while one looks. */
export function BotCheckLine({ id }: { id: string }) {
  const { t } = useTexts();
  const { data, error, isFetching, refetch } = useBotCheck(id);
  const Mark = data?.works ? CircleCheck : CircleX;
  return (
    <div className="bot-check" aria-live="polite">
      {data && <Mark size={20} aria-hidden="true" className={data.works ? "good" : "alarm"} />}
      <span className="list-text">
        {error && <Refused problem={error} />}
        {!data && !error && t("admin-bot-checking")}
        {data?.works && t("admin-bot-works", { name: data.name ?? "", ms: data.tookMs })}
        {data?.problem && t(textId("admin-bot-problem", data.problem))}
      </span>
      <button
        type="button"
        className="button small"
        aria-label={t("admin-bot-check-again")}
        aria-busy={isFetching}
        onClick={() => void refetch()}
      >
        <RefreshCw size={18} aria-hidden="true" />
      </button>
    </div>
  );
}
