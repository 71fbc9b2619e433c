import { InlineKeyboard } from "grammy";
import { z } from "zod";
import { timeOfDay } from "#bots/kit/format";
import type { Outgoing } from "#bots/kit/outlet/outgoing";
import { type Words, wordId } from "#bots/kit/words";
import type { AlertView } from "#shared/contracts/alert";
import type { View } from "#shared/contracts/views";
import { Id } from "#shared/kernel/ids";
import { inLanguage } from "#shared/kernel/language";
import { alertLink } from "./alert-link";
import { ANEW, staffButtons as buttons } from "./buttons";

const CARRIED_SHOWN = 6;

type Alert = Extract<View, { kind: "alert" }>;

/**
 * Everything that rings for this person now, as one message: each with its own "I take it". Names and doors are for
 * private chats: in a group (`groupBot`, whose bot it is) a link leads there.
 */
export function ringMessage(view: Alert, words: Words, groupBot: string | null = null): Outgoing {
  const ringing = [view.alert, ...view.alsoRinging].filter(({ state }) => state === "ringing");
  if (ringing.length === 0) return closedMessage(view, words, groupBot !== null);
  const keyboard = new InlineKeyboard();
  for (const alert of ringing)
    keyboard.text(takeLabel(alert, ringing.length, words), buttons.take.pack([alert.id])).row();
  if (groupBot) keyboard.url(words.plain("button-open-private"), alertLink.of(groupBot, view.alert.id));
  else shortcuts(view, keyboard, words);
  const text = ringing.map((alert) => (alert.id === view.alert.id ? mainText(view, words) : line(alert, words)));
  return { as: "text", text: text.join("\n\n"), keyboard };
}

/** Who took it. What still rings stays below it, with its buttons. */
export function closedMessage(view: Alert, words: Words, inGroup = false): Outgoing {
  const { alert, alsoRinging } = view;
  const name = alert.acknowledgedBy?.firstName;
  const ended = name
    ? words.html("alert-taken-by", { alert: title(alert, words), name })
    : words.html("alert-solved", { alert: title(alert, words) });
  const keyboard = new InlineKeyboard();
  for (const other of alsoRinging) keyboard.text(takeLabel(other, 2, words), buttons.take.pack([other.id])).row();
  if (view.order && !inGroup)
    keyboard.text(
      words.plain("button-open-order", { code: view.order.code }),
      buttons.order.pack([view.order.id], ANEW),
    );
  return { as: "text", text: [ended, ...alsoRinging.map((other) => line(other, words))].join("\n\n"), keyboard };
}

const codeOf = ({ details }: AlertView): string => (typeof details.code === "string" ? details.code : "");

const title = (alert: AlertView, { plain }: Words): string =>
  [plain(wordId("alert", alert.kind)), codeOf(alert)].filter(Boolean).join(" · ");

const line = (alert: AlertView, words: Words): string =>
  `🔔 <b>${words.html("alert-line", { alert: title(alert, words), time: timeOfDay(alert.openedAt, words) })}</b>`;

const takeLabel = (alert: AlertView, among: number, words: Words): string =>
  among === 1 ? words.plain("button-take") : words.plain("button-take-this", { alert: title(alert, words) });

function mainText(view: Alert, words: Words): string {
  const { alert, order, courier } = view;
  return [
    line(alert, words),
    ...(order
      ? [words.html("alert-order", { code: order.code, branch: inLanguage(order.branchName, words.language) })]
      : []),
    ...(courier ? [words.html("alert-courier", { name: courier.firstName })] : []),
    ...(courier?.status === "suspended" ? [words.html("alert-courier-suspended")] : []),
    words.html("alert-ring", { ring: String(alert.rings) }),
  ].join("\n");
}

const Carried = z.object({ onBoard: z.array(z.object({ deliveryId: Id, code: z.string() })) });

/** What a courier who does not answer has on board. */
const carried = ({ kind, details }: AlertView) =>
  kind === "courier_silent" ? (Carried.safeParse(details).data?.onBoard ?? []).slice(0, CARRIED_SHOWN) : [];

/** The tap that usually follows. What it opens is a message of its own: the next ring takes this one away. */
function shortcuts({ alert, order, courier }: Alert, keyboard: InlineKeyboard, { plain }: Words): void {
  if (order)
    keyboard.text(plain("button-open-order", { code: order.code }), buttons.order.pack([order.id], ANEW)).row();
  for (const { deliveryId, code } of carried(alert))
    keyboard.text(plain("button-reassign-now", { code }), buttons.reassign.pack([deliveryId, alert.subjectId])).row();
  if (alert.kind === "delivery_unclaimed")
    keyboard.text(plain("button-assign"), buttons.candidates.pack([alert.subjectId])).row();
  if (courier)
    keyboard
      .text(plain("button-open-courier", { name: courier.firstName }), buttons.courier.pack([courier.id], ANEW))
      .row();
  if (courier?.position) {
    const { lat, lng } = courier.position;
    keyboard.url(plain("button-last-position"), `https://www.google.com/maps/search/?api=1&query=${lat},${lng}`);
  }
}
