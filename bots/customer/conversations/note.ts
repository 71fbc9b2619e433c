import { InlineKeyboard } from "grammy";
import { showCheckout } from "#bots/customer/features/checkout";
import { question, readText, skip } from "#bots/kit/question";

/** A wish for the kitchen or the courier, in the customer's words. */
export const askNote = question<null, string>("note", {
  prompt: ({ html, plain }) => ({
    text: html("note-ask"),
    keyboard: new InlineKeyboard().text(plain("button-skip"), skip.pack()),
  }),
  read: readText(500),
  take: async (ctx, note) => {
    ctx.session.checkout = { ...ctx.session.checkout, note };
    await showCheckout(ctx);
  },
});
