import { and, eq } from "drizzle-orm";
import { orderFor } from "#api/modules/orders/see-order";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { mustMay } from "#api/platform/must-may";
import { withActor } from "#api/platform/with-actor";
import { branches, brands } from "#drizzle/schema/index";
import type { Id } from "#shared/kernel/ids";
import type { Language } from "#shared/kernel/language";
import { drawReceipt } from "./draw-receipt";
import { receiptLines } from "./receipt-lines";

/**
 * The receipt of an order as it was sold, as a PDF of a till's width.
 * @throws Refusal `order.not_found`, `auth.not_allowed`
 */
export async function writeReceipt(
  deps: Deps,
  person: Person,
  { orderId, language }: { orderId: Id; language: Language },
) {
  mustMay(person, "order.see");
  const lines = await withActor(deps, person, async (work) => {
    const order = await orderFor(work, orderId);
    const [house] = await work.tx
      .select({ brandName: brands.name, timezone: branches.timezone })
      .from(branches)
      .innerJoin(brands, and(eq(brands.organisationId, branches.organisationId), eq(brands.id, branches.brandId)))
      .where(and(eq(branches.organisationId, person.organisationId), eq(branches.id, order.branchId)));
    return { code: order.code, lines: receiptLines(language, order, house!) };
  });
  return {
    name: `receipt-${lines.code}.pdf`,
    contentType: "application/pdf",
    body: drawReceipt(lines.lines),
  };
}
