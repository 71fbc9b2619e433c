import { and, asc, eq } from "drizzle-orm";
import type { Person } from "#api/platform/actor";
import type { Deps } from "#api/platform/deps";
import { withActor } from "#api/platform/with-actor";
import { ratings } from "#drizzle/schema/index";
import { RatingAbout, type RatingView } from "#shared/contracts/rating";
import type { Id } from "#shared/kernel/ids";

/** Nobody sees what others gave; who gave nothing, and a stranger, gets an empty list. */
export const myRatings = (deps: Deps, person: Person, orderId: Id): Promise<{ ratings: RatingView[] }> =>
  withActor(deps, person, async ({ tx }) => {
    const rows = await tx
      .select()
      .from(ratings)
      .where(
        and(
          eq(ratings.organisationId, person.organisationId),
          eq(ratings.orderId, orderId),
          eq(ratings.byAccountId, person.accountId),
        ),
      )
      .orderBy(asc(ratings.at));
    const toView = ({ id, about, stars, comment, at }: (typeof rows)[number]): RatingView => ({
      id,
      orderId,
      about: RatingAbout.parse(about),
      stars,
      comment,
      at: at.toISOString(),
    });
    return { ratings: rows.map(toView) };
  });
