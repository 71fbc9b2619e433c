import { ask } from "#bots/kit/api";
import { keepMedia, photoOf } from "#bots/kit/keep-media";
import { question } from "#bots/kit/question";
import { say } from "#bots/kit/screen";
import type { Id } from "#shared/kernel/ids";

type Shown = { pin: string } | { photoFileId: string };

/** The proof: four digits that the customer reads out, or a photo of the food at the door. */
export const askProof = question<{ deliveryId: Id }, Shown>("proof", {
  prompt: ({ html }) => ({ text: html("proof-ask") }),
  read: ({ text, photo }, { html }) => {
    if (photo) return { answer: { photoFileId: photoOf(photo) } };
    const pin = text?.replaceAll(/\s/g, "") ?? "";
    return /^\d{4}$/.test(pin) ? { answer: { pin } } : { again: html("proof-ask") };
  },
  take: async (ctx, shown, { deliveryId }) => {
    const proof =
      "pin" in shown
        ? { kind: "pin" as const, pin: shown.pin }
        : { kind: "photo" as const, mediaId: await keepMedia(ctx, shown.photoFileId, "proof") };
    await ask(ctx.peyk.deliveries({ id: deliveryId })["hand-over"].post({ proof }));
    await say(ctx, ctx.words.html("handed-over"));
  },
});
