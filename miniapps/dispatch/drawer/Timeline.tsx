import type { OrderView } from "#shared/contracts/order";
import { businessNowMs } from "../../kit/business-time";
import { moment } from "../../kit/format";
import { useTexts } from "../../kit/texts";

const dashed = (text: string) => text.replaceAll("_", "-");

/** What happened, newest first: when, what, by whom. */
export function Timeline({ entries }: { entries: OrderView["timeline"] }) {
  const { t, language } = useTexts();
  return (
    <ol className="timeline">
      {[...entries].reverse().map((entry) => (
        <li key={`${entry.at} ${entry.deliveryId} ${entry.action} ${entry.to}`}>
          <time dateTime={entry.at}>{moment(language, new Date(entry.at), businessNowMs())}</time>
          <span>
            {t(`${entry.deliveryId ? "delivery" : "order"}-status-${dashed(entry.to)}`)}
            <span className="hint"> · {t(`role-${entry.doneBy}`)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
