import { and, desc, eq } from "drizzle-orm";
import type { z } from "zod";
import { audit } from "#api/modules/audit/audit";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mayAt, mustMay } from "#api/platform/must-may";
import { type Work, withActor } from "#api/platform/with-actor";
import { branches, branchItems, items, stockLog } from "#drizzle/schema/index";
import type { StockChange, StockLogEntry, StockView } from "#shared/contracts/menu";
import type { Id } from "#shared/kernel/ids";
import type { Permission } from "#shared/kernel/permissions";
import { Refusal } from "#shared/kernel/refusal";
import type { Role } from "#shared/kernel/role";
import { forgetMenu } from "./menu-cache";

type ItemOfBranch = { id: Id; itemId: Id };
const LOG_MAX = 200;

/**
 * Sold out for today, or there again.
 * @throws Refusal `auth.not_allowed`, `branch.not_found`, `item.not_found`
 */
export const markItem = (
  deps: Deps,
  person: Person,
  { available, ...which }: ItemOfBranch & { available: boolean },
): Promise<StockView> =>
  withActor(deps, person, async (work) => {
    const held = await holdItem(work, person, which, "item.mark_sold_out");
    const { stock } = held;
    await saveItem(work, deps, which, { available, stock });
    await audit(work, deps, {
      action: "item.mark_sold_out",
      subjectKind: "item",
      subjectId: which.itemId,
      before: { branchId: which.id, available: held.available },
      after: { branchId: which.id, available },
    });
    return { itemId: which.itemId, available, stock };
  });

/**
 * A count, a delivery from the supplier, or something spoiled: the figure changes and the log says why.
 * @throws Refusal `auth.not_allowed`, `branch.not_found`, `item.not_found`, `item.out_of_stock` for more than is there
 */
export const changeStock = (
  deps: Deps,
  person: Person,
  { id, itemId, ...change }: ItemOfBranch & StockChange,
): Promise<StockView> =>
  withActor(deps, person, async (work) => {
    const which = { id, itemId };
    const held = await holdItem(work, person, which, "stock.edit");
    const stock = stockAfter(held.stock, change, itemId);
    await saveItem(work, deps, which, { available: held.available, stock });
    await work.tx.insert(stockLog).values({
      organisationId: person.organisationId,
      id: deps.newId(),
      branchId: id,
      itemId,
      delta: (stock ?? 0) - (held.stock ?? 0),
      reason: change.reason,
      causeId: deps.newId(),
      doneBy: person.roles[0] as Role,
      accountId: person.accountId,
      at: work.at,
    });
    return { itemId, available: held.available, stock };
  });

/** Why the stock is what it is, newest first. */
export const seeStockLog = (
  deps: Deps,
  person: Person,
  which: ItemOfBranch,
): Promise<z.infer<typeof StockLogEntry>[]> =>
  withActor(deps, person, async (work) => {
    await holdItem(work, person, which, "item.mark_sold_out");
    const rows = await work.tx
      .select()
      .from(stockLog)
      .where(
        and(
          eq(stockLog.organisationId, person.organisationId),
          eq(stockLog.branchId, which.id),
          eq(stockLog.itemId, which.itemId),
        ),
      )
      .orderBy(desc(stockLog.at), desc(stockLog.id))
      .limit(LOG_MAX);
    return rows.map(({ delta, reason, causeId, at }) => ({ delta, reason, causeId, at: at.toISOString() }));
  });

function stockAfter(stock: number | null, change: StockChange, itemId: Id): number | null {
  if (change.reason === "counted") return change.stock;
  const after = (stock ?? 0) + (change.reason === "received" ? change.quantity : -change.quantity);
  if (after < 0) throw new Refusal("item.out_of_stock", { itemId, left: stock ?? 0 });
  return after;
}

type Held = { available: boolean; stock: number | null };

/** What the branch has of an item, held until the transaction ends: orders that take of it wait, counts never overtake. */
async function holdItem(work: Work, person: Person, { id, itemId }: ItemOfBranch, right: Permission): Promise<Held> {
  mustMay(person, right);
  const { organisationId } = person;
  if (!mayAt(person, right, id)) throw new Refusal("branch.not_found");
  const [[branch], [item], [held]] = await Promise.all([
    work.tx
      .select({ brandId: branches.brandId })
      .from(branches)
      .where(and(eq(branches.organisationId, organisationId), eq(branches.id, id))),
    work.tx
      .select({ brandId: items.brandId })
      .from(items)
      .where(and(eq(items.organisationId, organisationId), eq(items.id, itemId))),
    work.tx
      .select()
      .from(branchItems)
      .where(
        and(
          eq(branchItems.organisationId, organisationId),
          eq(branchItems.branchId, id),
          eq(branchItems.itemId, itemId),
        ),
      )
      .for("no key update"),
  ]);
  if (!branch) throw new Refusal("branch.not_found");
  if (item?.brandId !== branch.brandId) throw new Refusal("item.not_found");
  return { available: held?.available ?? true, stock: held?.stock ?? null };
}

async function saveItem(work: Work, deps: Deps, { id: branchId, itemId }: ItemOfBranch, held: Held): Promise<void> {
  const { organisationId } = work.actor;
  const row = { organisationId, branchId, itemId, ...held, updatedAt: work.at };
  await work.tx
    .insert(branchItems)
    .values(row)
    .onConflictDoUpdate({
      target: [branchItems.organisationId, branchItems.branchId, branchItems.itemId],
      set: { ...held, updatedAt: work.at },
    });
  work.emit({ kind: "menu.changed", body: { branchId, itemId } });
  work.afterCommit(() => forgetMenu(deps, organisationId, [branchId]));
}
