import type { OrderView } from "#shared/contracts/order";
import { clockTime } from "../../../kit/format";
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
            <time dateTime={at}>{clockTime(language, new Date(at))}</time>
            {t(wordId("order-status", to))}
          </li>
        ))}
      </ol>
    </details>
  );
}
