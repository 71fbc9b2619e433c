import type { OrderView } from "#shared/contracts/order";
import { businessNowMs } from "../../../kit/business-time";
import { moment } from "../../../kit/format";
import { useTexts } from "../../../kit/texts";
import { wordId } from "./word-id";

/** What happened when, the newest on top: the order's own steps, not each offer to each courier. */
export function Timeline({ order }: { order: OrderView }) {
  const { t, language } = useTexts();
  const steps = order.timeline.filter(({ deliveryId, from, to }) => deliveryId === null && from !== to).reverse();
  return (
    <details className="card timeline">
      <summary>{t("track-timeline")}</summary>
      <ol>
        {steps.map(({ to, at }) => (
          <li key={`${to}-${at}`}>
            <time dateTime={at}>{moment(language, new Date(at), businessNowMs())}</time>
            {t(wordId("order-status", to))}
          </li>
        ))}
      </ol>
    </details>
  );
}
