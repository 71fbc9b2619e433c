import type { Id } from "#shared/kernel/ids";
import type { Currency } from "#shared/kernel/money";
import type { Minor } from "#shared/kernel/units";
import type { LedgerAccount, MovementKind } from "#shared/money/ledger";

/** One side of a movement. Positive: the business has it or is owed it. `partyId`: whose, where an account has parties. */
export type Entry = { readonly account: LedgerAccount; readonly partyId: Id | null; readonly amountMinor: Minor };

/**
 * One thing that happened to money. Append-only; `kind` and `causeId` together are unique, so that a cause that is told
 * twice moves money once.
 */
export type Movement = {
  readonly kind: MovementKind;
  readonly causeId: Id;
  readonly orderId: Id | null;
  readonly courierId: Id | null;
  readonly currency: Currency;
  readonly entries: readonly Entry[];
};

export type Head = Omit<Movement, "entries">;

/**
 * A movement whose entries sum to zero; those of nothing are left out.
 *
 * @throws RangeError when they do not balance or are no whole minor units: a bug, never a business "no"
 */
export function balanced(head: Head, entries: readonly Entry[]): Movement {
  const sum = entries.reduce((total, { amountMinor }) => total + amountMinor, 0);
  const whole = entries.every(({ amountMinor }) => Number.isSafeInteger(amountMinor));
  if (sum !== 0 || !whole) throw new RangeError(`${head.kind} of ${head.causeId} does not balance: ${sum}`);
  return { ...head, entries: entries.filter(({ amountMinor }) => amountMinor !== 0) };
}

/** The movement that this cause has already made. */
export const madeBy = (past: readonly Movement[], kind: MovementKind, causeId: Id): Movement | undefined =>
  past.find((movement) => movement.kind === kind && movement.causeId === causeId);

/** What an account holds, for one party or for all of them. */
export const balanceOf = (past: readonly Movement[], account: LedgerAccount, partyId?: Id): Minor =>
  past
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.account === account && (partyId === undefined || entry.partyId === partyId))
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
