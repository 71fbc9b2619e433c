import { del, get, set } from "idb-keyval";
import type { Id } from "#shared/kernel/ids";

/** A photo that waits for its upload; `mediaId` once the API has it, so that it is not uploaded twice. */
export type KeptPhoto = { blob: Blob; mediaId: Id | null };

const keyOf = (deliveryId: Id) => `photo:${deliveryId}`;

/** The photo of each hand-over, in the phone's own database: it survives a closed app and a dead zone. */
export const photoStore = {
  keep: (deliveryId: Id, photo: KeptPhoto): Promise<void> => set(keyOf(deliveryId), photo),
  find: (deliveryId: Id): Promise<KeptPhoto | undefined> => get(keyOf(deliveryId)),
  forget: (deliveryId: Id): Promise<void> => del(keyOf(deliveryId)),
};
