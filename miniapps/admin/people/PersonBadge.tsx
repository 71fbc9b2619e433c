import { useTexts } from "../../kit/texts";
import { Badge, type Tone } from "../../kit/ui/Card";

const TONE: Readonly<Record<string, Tone>> = { pending: "late", active: "good", suspended: "alarm" };

export function PersonBadge({ status }: { status: string }) {
  const { t } = useTexts();
  return <Badge tone={TONE[status] ?? "plain"}>{t(`admin-status-${status}`)}</Badge>;
}
