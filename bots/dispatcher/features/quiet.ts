import { Composer, InlineKeyboard } from "grammy";
import { staffButtons as buttons } from "#bots/dispatcher/messages/buttons";
import { ask } from "#bots/kit/api";
import type { BotContext } from "#bots/kit/context";
import { say, show } from "#bots/kit/screen";
import { onTap } from "#bots/kit/tap";
import type { Words } from "#bots/kit/words";
import { QuietHours } from "#shared/people/quiet-hours";

/** What most people want; anything else is typed: `/quiet 22:30-07:00`. */
const USUAL: readonly QuietHours[] = [
  { fromMinute: 22 * 60, untilMinute: 8 * 60 },
  { fromMinute: 23 * 60, untilMinute: 7 * 60 },
  { fromMinute: 0, untilMinute: 9 * 60 },
];

/** Quiet hours: whatever can wait comes without a sound, and alerts ring those first who are awake. */
export const quiet = new Composer<BotContext>();
const feature = quiet.chatType("private");

feature.command("quiet", async (ctx) => {
  if (!ctx.match) return void (await say(ctx, stateOf(ctx), choices(ctx.words)));
  const typed = readHours(ctx.match);
  if (!typed) return void (await say(ctx, ctx.words.html("quiet-how"), choices(ctx.words)));
  await keep(ctx, typed);
  await say(ctx, stateOf(ctx), choices(ctx.words));
});

onTap(quiet, buttons.quiet, (ctx) => show(ctx, stateOf(ctx), choices(ctx.words)));
onTap(quiet, buttons.quietSet, async (ctx, { word }) => {
  const [fromMinute, untilMinute] = word.split("-").map(Number);
  const chosen = word === "off" ? null : QuietHours.safeParse({ fromMinute, untilMinute });
  if (chosen?.success === false) return ctx.words.plain("button-old");
  await keep(ctx, chosen === null ? null : chosen.data);
  await show(ctx, stateOf(ctx), choices(ctx.words));
});

async function keep(ctx: BotContext, quietHours: QuietHours | null): Promise<void> {
  ctx.person = await ask(ctx.peyk.me["quiet-hours"].put({ quietHours }));
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

const range = ({ fromMinute, untilMinute }: QuietHours): string => `${clock(fromMinute)}–${clock(untilMinute)}`;

function stateOf({ person: { quietHours }, words }: BotContext): string {
  const state = quietHours ? words.html("quiet-on", { hours: range(quietHours) }) : words.html("quiet-off");
  return [state, words.html("quiet-how")].join("\n\n");
}

function choices({ plain }: Words): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  for (const hours of USUAL)
    keyboard.text(range(hours), buttons.quietSet.pack([], `${hours.fromMinute}-${hours.untilMinute}`));
  return keyboard
    .row()
    .text(plain("button-quiet-off"), buttons.quietSet.pack([], "off"))
    .row()
    .text(plain("button-home"), buttons.home.pack());
}

/** "22:30-07:00", with whatever dash and spaces. */
function readHours(text: string): QuietHours | null {
  const match = /^\s*(\d{1,2}):(\d{2})\s*[-–—]\s*(\d{1,2}):(\d{2})\s*$/.exec(text);
  if (!match) return null;
  const [fromHour, from, untilHour, until] = match.slice(1).map(Number) as [number, number, number, number];
  const hours = QuietHours.safeParse({ fromMinute: fromHour * 60 + from, untilMinute: untilHour * 60 + until });
  return hours.success && from < 60 && until < 60 ? hours.data : null;
}
