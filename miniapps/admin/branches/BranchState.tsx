import { businessNowMs } from "../../kit/business-time";
import { moment } from "../../kit/format";
import { useTexts } from "../../kit/texts";
import { Badge } from "../../kit/ui/Card";

type Props = { branch: { open: boolean; pausedUntil: string | null; timezone: string } };

/** Open, closed, or paused until when on the branch's own wall. */
export function BranchState({ branch: { open, pausedUntil, timezone } }: Props) {
  const { t, language } = useTexts();
  if (pausedUntil) {
    const time = moment(language, new Date(pausedUntil), businessNowMs(), timezone);
    return <Badge tone="late">{t("admin-branch-paused-until", { time })}</Badge>;
  }
  return <Badge tone={open ? "good" : "plain"}>{t(open ? "admin-branch-open" : "admin-branch-closed")}</Badge>;
}
