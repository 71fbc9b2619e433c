import { and, eq, isNull } from "drizzle-orm";
import { isOpen } from "#api/domain/hours/opening-hours";
import type { QuoteBranch } from "#api/domain/quote/quote-types";
import { readQuoteBranches } from "#api/modules/orders/read-quote-inputs";
import { termsAt } from "#api/modules/zones/terms-at";
import type { Actor } from "#api/platform/actor";
import { connectionOf } from "#api/platform/database";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { branches, brands } from "#drizzle/schema/index";
import type { BranchView } from "#shared/contracts/branch";
import { distanceMetres, type Point } from "#shared/kernel/geo";
import type { Id } from "#shared/kernel/ids";
import { Refusal } from "#shared/kernel/refusal";

/**
 * The branches for somebody at a point, nearest first: those that bring it there, and those where it can be collected.
 * All branches when no point is named.
 */
export const seeBranches = (deps: Deps, actor: Actor, point: Point | null): Promise<BranchView[]> =>
  withActor(deps, actor, async (work) => {
    mustMay(actor, "branch.see");
    const views = await readViews(work, point);
    if (!point) return views.sort((a, b) => a.name.en.localeCompare(b.name.en));
    return views
      .filter(({ delivery, offersPickup }) => delivery !== null || offersPickup)
      .sort((a, b) => distanceMetres(a.point, point) - distanceMetres(b.point, point));
  });

/** @throws Refusal `branch.not_found` */
export const seeBranch = (deps: Deps, actor: Actor, id: Id, point: Point | null): Promise<BranchView> =>
  withActor(deps, actor, (work) => {
    mustMay(actor, "branch.see");
    return branchFor(work, id, point);
  });

/** As `seeBranch`, in a transaction that is open already. */
export async function branchFor(work: Work, id: Id, point: Point | null = null): Promise<BranchView> {
  const [view] = await readViews(work, point, id);
  if (!view) throw new Refusal("branch.not_found");
  return view;
}

async function readViews(work: Work, point: Point | null, only?: Id): Promise<BranchView[]> {
  const { organisationId } = work.actor;
  const rows = await work.tx
    .select({ branch: branches, brandName: brands.name })
    .from(branches)
    .innerJoin(brands, and(eq(brands.organisationId, branches.organisationId), eq(brands.id, branches.brandId)))
    .where(
      and(
        eq(branches.organisationId, organisationId),
        isNull(branches.archivedAt),
        only ? eq(branches.id, only) : undefined,
      ),
    );
  const ids = rows.map(({ branch }) => branch.id);
  const quoted = await readQuoteBranches(connectionOf(work.tx), organisationId, ids);
  const byId = new Map(quoted.map((branch) => [branch.id, branch]));
  return rows.flatMap((row) => {
    const rules = byId.get(row.branch.id);
    return rules ? [viewOf(row, rules, point, work.at)] : [];
  });
}

type Row = { branch: typeof branches.$inferSelect; brandName: string };

const viewOf = ({ branch, brandName }: Row, rules: QuoteBranch, point: Point | null, at: Date): BranchView => ({
  id: branch.id,
  brandId: branch.brandId,
  brandName,
  name: branch.name,
  addressText: branch.addressText,
  phone: branch.phone,
  point: rules.point,
  timezone: branch.timezone,
  currency: branch.currency,
  takesCash: branch.takesCash,
  takesInvoice: branch.takesInvoice,
  offersPickup: branch.offersPickup,
  open: isOpen(rules.schedule, at) && !(rules.pausedUntil && rules.pausedUntil > at),
  pausedUntil: rules.pausedUntil && rules.pausedUntil > at ? rules.pausedUntil.toISOString() : null,
  extraPromiseMinutes: rules.extraPromiseUntil && rules.extraPromiseUntil > at ? rules.extraPromiseMinutes : 0,
  delivery: point && termsAt(rules, point, at),
});
