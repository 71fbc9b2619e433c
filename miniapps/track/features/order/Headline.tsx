import type { OrderView } from "#shared/contracts/order";
import { useBusinessNow } from "../../../kit/business-time";
import { moment } from "../../../kit/format";
import { useTexts } from "../../../kit/texts";
import { useEta } from "./queries";
import { headlineOf, STAGES, stageOf } from "./stage";
import { wordId } from "./word-id";

/** How it stands, in words, as a time and as a bar of four steps. */
export function Headline({ order }: { order: OrderView }) {
  const { t } = useTexts();
  const stage = stageOf(order);
  return (
    <section className="card headline" aria-live="polite">
      <h2>{t(headlineOf(order))}</h2>
      {order.closedAt === null && order.status !== "awaiting_payment" && <When order={order} />}
      {order.reason && stage === null && <p className="hint">{reasonIn(t, order)}</p>}
      {stage && <Steps reached={STAGES.indexOf(stage)} isPickup={order.fulfilment === "pickup"} />}
    </section>
  );
}

/** A range while it can be told, the promise where it is all there is, and a word when that has passed. */
function When({ order }: { order: OrderView }) {
  const { t, language } = useTexts();
  const eta = useEta(order).data?.eta;
  const nowMs = useBusinessNow(10_000);
  const clock = (at: string) => moment(language, new Date(at), nowMs);
  const isLate = nowMs > new Date(order.promisedAt).getTime();
  const time = eta ? `${clock(eta.from)} – ${clock(eta.to)}` : clock(order.promisedAt);
  return (
    <>
      <p className="when">{time}</p>
      <p className={isLate ? "late-word" : "hint"}>
        {t(isLate ? "track-late" : "track-promised", { time: clock(order.promisedAt) })}
      </p>
    </>
  );
}

function Steps({ reached, isPickup }: { reached: number; isPickup: boolean }) {
  const { t } = useTexts();
  return (
    <ol className="steps">
      {STAGES.map((stage, index) => (
        <li
          key={stage}
          className={index <= reached ? "reached" : ""}
          aria-current={index === reached ? "step" : undefined}
        >
          {t(`track-step-${isPickup && index > 1 ? "pickup-" : ""}${stage}`)}
        </li>
      ))}
    </ol>
  );
}

const PREFIX: Partial<Record<OrderView["status"], string>> = {
  rejected: "reject-reason",
  failed: "fail-reason",
  returned: "fail-reason",
};

function reasonIn(t: (id: string) => string, { status, reason, timeline }: OrderView): string {
  const called = timeline.some(({ action }) => action === "call_off");
  return t(wordId(PREFIX[status] ?? (called ? "call-off-reason" : "cancel-reason"), reason ?? "other"));
}
