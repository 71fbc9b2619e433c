import { Composer, InlineKeyboard } from "grammy";
import { alertLink } from "#bots/dispatcher/messages/alert-link";
import { staffButtons as buttons } from "#bots/dispatcher/messages/buttons";
import { ask } from "#bots/kit/api";
import { menuButton, setCommands } from "#bots/kit/commands";
import type { BotContext } from "#bots/kit/context";
import { say, show } from "#bots/kit/screen";
import { onTap } from "#bots/kit/tap";
import { wordId } from "#bots/kit/words";
import { may, type Permission } from "#shared/kernel/permissions";
import { openAlert } from "./open-alert";

/** Commands beyond those that everybody has, and what one must be allowed for them. */
const COMMANDS: readonly (readonly [string, Permission])[] = [
  ["orders", "order.see"],
  ["couriers", "courier.see"],
  ["invite", "courier.invite"],
];

/** `/start`, alone or by an invitation; being on shift; a stranger is told how to get in. */
export const welcome = new Composer<BotContext>();
const feature = welcome.chatType("private");

feature.command("start", async (ctx) => {
  await ctx.conversation.exitAll();
  if (/^join_[\w-]{22}$/.test(ctx.match)) {
    const member = await ask(ctx.peyk.members.join.post({ code: ctx.match }));
    const role = ctx.words.plain(wordId("role", member.role));
    if (member.status !== "active") return void (await say(ctx, ctx.words.html("staff-waits", { role })));
    ctx.person = await ask(ctx.peyk.me.get());
  }
  if (ctx.person.roles.length === 0) return void (await say(ctx, ctx.words.html("staff-stranger")));
  await showCommands(ctx);
  const alertId = alertLink.read(ctx.match);
  await (alertId ? openAlert(ctx, alertId) : panel(ctx));
});

onTap(welcome, buttons.home, (ctx) => panel(ctx));
onTap(welcome, buttons.shiftStart, (ctx) => changeShift(ctx, true));
onTap(welcome, buttons.shiftEnd, (ctx) => changeShift(ctx, false));
feature.command("shift", (ctx) => changeShift(ctx, !ctx.person.onShift));

async function changeShift(ctx: BotContext, start: boolean): Promise<void> {
  const { shift } = ctx.peyk.me;
  const { onShift } = await ask(start ? shift.start.post() : shift.end.post());
  ctx.person = { ...ctx.person, onShift };
  await panel(ctx);
}

async function panel(ctx: BotContext): Promise<void> {
  const { plain, html } = ctx.words;
  const { person } = ctx;
  const keyboard = new InlineKeyboard();
  if (person.onShift) keyboard.text(plain("button-shift-end"), buttons.shiftEnd.pack()).row();
  else keyboard.text(plain("button-shift-start"), buttons.shiftStart.pack()).row();
  keyboard.text(plain("button-open-orders"), buttons.orders.pack());
  if (may(person.roles, "courier.see")) keyboard.text(plain("button-couriers"), buttons.couriers.pack());
  const roles = person.roles.map((role) => plain(wordId("role", role))).join(", ");
  keyboard.row().text(plain("button-quiet"), buttons.quiet.pack());
  await show(
    ctx,
    html(person.onShift ? "staff-panel-on" : "staff-panel-off", { name: person.firstName, roles }),
    keyboard,
  );
}

/** Each person's menu of commands shows what their roles may do. */
async function showCommands(ctx: BotContext): Promise<void> {
  const allowed = COMMANDS.filter(([, permission]) => may(ctx.person.roles, permission)).map(([command]) => command);
  const commands = ["start", "shift", "quiet", ...allowed, "language", "help", "cancel"];
  const chat_id = ctx.chat!.id;
  await setCommands(ctx.api, commands, { type: "chat", chat_id });
  await ctx.api.setChatMenuButton({ chat_id, menu_button: menuButton(boardOf(ctx)) });
}

/** Managers run the business from theirs, dispatchers watch the board; the kitchen works in the chat. */
function boardOf({ person: { roles }, miniapp }: BotContext): string | null {
  if (may(roles, "branch.edit")) return miniapp("admin");
  return may(roles, "board.see") ? miniapp("dispatch") : null;
}

/** Whoever has no role here gets no further than this. */
export const staffOnly = new Composer<BotContext>();
staffOnly.use(async (ctx, next) => {
  if (ctx.person.roles.length > 0) return next();
  const text = ctx.words.plain("staff-stranger");
  if (ctx.callbackQuery) await ctx.answerCallbackQuery({ text: text.slice(0, 200), show_alert: true });
  else if (ctx.chat?.type === "private" && ctx.message) await ctx.reply(text);
});
