import type { Person } from "#api/platform/actor";
import { connectionOf } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import { mayAt, mustMay, reachOf } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { dayPlus, daysBetween, type ReportFigures, type ReportQuery, type ReportView } from "#shared/contracts/report";
import type { Id } from "#shared/kernel/ids";
import type { Currency } from "#shared/kernel/money";
import { Refusal } from "#shared/kernel/refusal";
import { readFigures } from "./report.queries";

const NOTHING: ReportFigures = {
  orders: 0,
  delivered: 0,
  salesMinor: 0,
  averageOrderMinor: null,
  deliveryMinutes: null,
  lateShare: null,
  lost: 0,
};

/**
 * How the business went on these days, and on as many days before.
 * @throws Refusal `auth.not_allowed`, `branch.not_found`
 */
export const seeReport = (deps: Deps, person: Person, query: ReportQuery): Promise<ReportView> => {
  mustMay(person, "report.see");
  const { from, to, by, branchId } = query;
  if (branchId && !mayAt(person, "report.see", branchId)) throw new Refusal("branch.not_found");
  const days = daysBetween(from, to) + 1;
  const previous = { from: dayPlus(from, -days), to: dayPlus(from, -1) };
  return withActor(deps, person, async (work) => {
    const currencies = await currenciesOf(work, branchId);
    const currency = query.currency ?? currencies[0];
    if (!currency) throw new Refusal("branch.not_found");
    const read = (span: { from: string; to: string }, grouped: typeof by | "all") =>
      readFigures(connectionOf(work.tx), person, { ...span, by: grouped, branchId, currency });
    const [rows, previousRows, [total], [previousTotal]] = await Promise.all([
      read({ from, to }, by),
      read(previous, by),
      read({ from, to }, "all"),
      read(previous, "all"),
    ]);
    return {
      from,
      to,
      previousFrom: previous.from,
      previousTo: previous.to,
      currency,
      currencies,
      total: total ?? NOTHING,
      previousTotal: previousTotal ?? NOTHING,
      rows,
      previousRows,
    };
  });
};

/** What the person's branches sell in, the one of the most branches first. */
async function currenciesOf({ tx, actor }: Work, branchId: Id | undefined): Promise<Currency[]> {
  const sql = connectionOf(tx);
  const branches = reachOf(actor, "report.see");
  const rows = await sql<{ currency: Currency }[]>`
    select b.currency from branches b
    where b.organisation_id = ${actor.organisationId}
      ${branches === "all" ? sql`` : sql`and b.id = any(${[...branches]}::uuid[])`}
      ${branchId ? sql`and b.id = ${branchId}` : sql``}
    group by 1 order by count(*) desc, 1`;
  return rows.map(({ currency }) => currency);
}
