import type { Reasons } from "#api/domain/dispatch/dispatch-policy";
import type { Applied } from "#api/modules/dispatch/apply-offer";
import type { RoundPart } from "#api/modules/dispatch/decide-parts";
import type { Id } from "#shared/kernel/ids";

export type RecordedRound = { id: Id; at: Date; parts: readonly RoundPart[]; applied: readonly Applied[] };

const SHOWN = 5;

/** What the rounds thought of one delivery, a line for each thing, oldest round first. `nameOf`: what couriers are called. */
export const explainDelivery = (
  deliveryId: Id,
  rounds: readonly RecordedRound[],
  nameOf: (courierId: Id) => string,
): string[] => rounds.flatMap((round) => roundLines(deliveryId, round, nameOf));

function roundLines(deliveryId: Id, { id, at, parts, applied }: RecordedRound, nameOf: (id: Id) => string): string[] {
  const part = parts.find(({ snapshot }) => snapshot.deliveries.some((delivery) => delivery.id === deliveryId));
  if (!part) return [];
  const { decisions, snapshot, policy } = part;
  const candidates = decisions.explanations.find((each) => each.deliveryId === deliveryId)?.candidates ?? [];
  const offer = decisions.offers.find(({ deliveryIds }) => deliveryIds.includes(deliveryId));
  const hold = decisions.holds.find((each) => each.deliveryId === deliveryId);
  const made = applied.find(({ deliveryIds }) => deliveryIds.includes(deliveryId));
  const rung = decisions.ladder.find((change) => change.deliveryId === deliveryId);
  const calls = decisions.toHuman.filter((call) => call.deliveryId === deliveryId);
  const names = (ids: readonly Id[]) => ids.map(nameOf).join(", ");
  return [
    `${at.toISOString()} round ${id}, policy ${policy}, ${snapshot.couriers.length} couriers online`,
    ...candidates
      .slice(0, SHOWN)
      .map(
        ({ courierId, value, reasons }, i) =>
          `  ${i + 1}. ${nameOf(courierId)}: ${figure(value)} (${figures(reasons)})`,
      ),
    ...(candidates.length > SHOWN ? [`  … and ${candidates.length - SHOWN} more`] : []),
    ...(candidates.length === 0 && !hold ? ["  nobody could be asked"] : []),
    ...(offer ? [`  decided: ${offer.mode} offer to ${names(offer.courierIds)}, pay ${offer.payMinor}`] : []),
    ...(made?.tripId ? [`  offered to ${names(made.courierIds)}, trip ${made.tripId}`] : []),
    ...(made?.why ? [`  not offered: ${made.why}`] : []),
    ...(hold ? [`  held until ${new Date(hold.untilMs).toISOString()}: ${hold.reason}`] : []),
    ...(rung?.skipped ?? []).map((step) => `  ladder: ${step} left out, there is none to ask`),
    ...(rung ? [`  ladder: ${rung.step}, try ${rung.tries}`] : []),
    ...calls.map(({ reason }) => `  called a human being: ${reason}`),
  ];
}

const figure = (value: number): string => String(Math.round(value * 100) / 100);
const figures = (reasons: Reasons): string =>
  Object.entries(reasons)
    .map(([name, value]) => `${name} ${figure(value)}`)
    .join(", ");
