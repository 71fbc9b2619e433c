import { Composer, InlineKeyboard } from "grammy";
import { ANEW, staffButtons as buttons } from "#bots/dispatcher/messages/buttons";
import { ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import { cut, timeOfDay } from "#bots/kit/format";
import { say, show } from "#bots/kit/screen";
import { onTap } from "#bots/kit/tap";
import { wordId } from "#bots/kit/words";
import type { CourierView } from "#shared/contracts/courier";
import { MemberRole } from "#shared/contracts/members";
import { inHand, purseFor } from "./cash";

/** Who rides, who wants to, and links for who shall. */
export const couriers = new Composer<BotContext>();
const feature = couriers.chatType("private");
const MARK = { online: "🟢", on_break: "🟡", offline: "⚪" } as const;

feature.command("couriers", (ctx) => list(ctx));
onTap(couriers, buttons.couriers, (ctx) => list(ctx));
onTap(couriers, buttons.courier, async (ctx, { ids: [id], word }) =>
  showCourier(ctx, await ask(ctx.peyk.couriers({ id: id! }).get()), word === ANEW ? say : show),
);
onTap(couriers, buttons.approve, async (ctx, { ids: [id] }) =>
  showCourier(ctx, await ask(ctx.peyk.couriers({ id: id! }).approve.post())),
);
onTap(couriers, buttons.suspend, async (ctx, { ids: [id] }) =>
  showCourier(ctx, await ask(ctx.peyk.couriers({ id: id! }).suspend.post())),
);
onTap(couriers, buttons.approveMember, async (ctx, { ids: [id] }) => {
  const member = await ask(ctx.peyk.members({ id: id! }).approve.post());
  await show(
    ctx,
    ctx.words.html("member-active", { name: member.firstName, role: ctx.words.plain(wordId("role", member.role)) }),
  );
});

feature.command("invite", async (ctx) => {
  const keyboard = new InlineKeyboard();
  for (const role of MemberRole.options)
    keyboard.text(ctx.words.plain(wordId("role", role)), buttons.invite.pack([], role)).row();
  await say(ctx, ctx.words.html("invite-ask"), keyboard);
});
onTap(couriers, buttons.invite, async (ctx, { word }) => {
  const role = MemberRole.safeParse(word);
  if (!role.success) return ctx.words.plain("button-old");
  const { url } = await ask(ctx.peyk.members.invitations.post({ role: role.data, branchId: null }));
  await show(
    ctx,
    url
      ? ctx.words.html("invite-link", { url, role: ctx.words.plain(wordId("role", role.data)) })
      : ctx.words.html("invite-no-bot"),
  );
});

async function list(ctx: BotContext): Promise<void> {
  const { couriers: all } = await ask(ctx.peyk.couriers.get());
  const keyboard = new InlineKeyboard();
  for (const { id, firstName, state, status, activeOrders } of all.slice(0, 60)) {
    const mark = status === "pending" ? "❓" : status === "suspended" ? "⛔" : MARK[state];
    const load = ctx.words.plain("candidate-load", { count: String(activeOrders) });
    keyboard.text(cut(`${mark} ${firstName} · ${load}`, 50), buttons.courier.pack([id])).row();
  }
  keyboard.text(ctx.words.plain("button-home"), buttons.home.pack());
  await show(ctx, ctx.words.html(all.length > 0 ? "staff-couriers" : "staff-couriers-none"), keyboard);
}

export async function showCourier(
  ctx: BotContext,
  courier: CourierView,
  put: typeof say | typeof show = show,
): Promise<void> {
  const { html, plain } = ctx.words;
  const keyboard = new InlineKeyboard();
  if (courier.status !== "active") keyboard.text(plain("button-approve"), buttons.approve.pack([courier.id]));
  if (courier.status !== "suspended") keyboard.text(plain("button-suspend"), buttons.suspend.pack([courier.id]));
  if (courier.position) {
    const { lat, lng } = courier.position;
    keyboard.row().url(plain("button-last-position"), `https://www.google.com/maps/search/?api=1&query=${lat},${lng}`);
  }
  const purse = await purseFor(ctx, courier.id);
  if (purse && purse.cashInHandMinor > 0)
    keyboard.row().text(plain("button-take-in-cash", { amount: inHand(ctx, purse) }), buttons.cash.pack([courier.id]));
  keyboard.row().text(plain("button-couriers"), buttons.couriers.pack());
  const card = html("staff-courier-card", {
    name: [courier.firstName, courier.lastName].filter(Boolean).join(" "),
    phone: courier.phone ?? "–",
    status: plain(wordId("courier-status", courier.status)),
    state: plain(wordId("courier-state", courier.state)),
    vehicle: plain(wordId("vehicle", courier.vehicle)),
    orders: String(courier.activeOrders),
    seen: courier.position ? timeOfDay(courier.position.at, ctx.words) : "–",
  });
  const cash = purse && html("staff-courier-cash", { amount: inHand(ctx, purse) });
  await put(ctx, [card, cash].filter(Boolean).join("\n"), keyboard);
}
