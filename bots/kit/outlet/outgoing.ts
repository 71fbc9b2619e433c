import type { InlineKeyboardMarkup, LabeledPrice } from "grammy/types";
import type { Words } from "#bots/kit/words";
import type { NotificationKind } from "#shared/contracts/notifications";
import type { ClaimedNotification } from "#shared/contracts/outlet";
import type { View } from "#shared/contracts/views";

/** What stands in the chat. `text` is HTML. Only texts can be cards, because only they are edited in place. */
export type Outgoing =
  | { as: "text"; text: string; keyboard?: InlineKeyboardMarkup | undefined }
  | { as: "media"; mediaId: string; text: string; keyboard?: InlineKeyboardMarkup | undefined }
  | { as: "invoice"; title: string; description: string; payload: string; currency: string; prices: LabeledPrice[] };

/** A claimed notification of one kind. */
export type ClaimOf<Kind extends NotificationKind> = Omit<ClaimedNotification, "notification"> & {
  notification: Extract<ClaimedNotification["notification"], { kind: Kind }>;
};

/** `null`: there is nothing to say any more. */
export type Renderer<Kind extends NotificationKind> = (claim: ClaimOf<Kind>, words: Words) => Outgoing | null;

/** One renderer per kind of the bot: a kind that is missing does not compile. */
export type Renderers<Kinds extends NotificationKind> = { readonly [Kind in Kinds]: Renderer<Kind> };

/** The view of this kind inside a claim; `null` when the subject is gone or was seen otherwise. */
export function viewOf<Kind extends View["kind"]>(
  { view }: Pick<ClaimedNotification, "view">,
  kind: Kind,
): Extract<View, { kind: Kind }> | null {
  return view.kind === kind ? (view as Extract<View, { kind: Kind }>) : null;
}
