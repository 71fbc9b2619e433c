import { fromShortId, type Id, toShortId } from "#shared/kernel/ids";

/** What Telegram lets a button carry. */
const LIMIT_BYTES = 64;
const NAME = /^[a-z]{1,12}(\.[a-z]{1,12})?$/;

/**
 * A typed inline button: `name`, then up to two ids of 22 characters and a short word, separated by colons, in no more
 * than 64 bytes. Data is what anybody may make up: `read` gives `null` for everything that we did not write.
 *
 *     const take = button("offer.take");
 *     keyboard.text(t("offer-take"), take.pack([offer.id]));
 */
export type Button = {
  readonly name: string;
  readonly pattern: RegExp;
  pack(ids?: readonly Id[], word?: string): string;
  read(data: string): Tap | null;
};
export type Tap = { ids: Id[]; word: string };

export function button(name: string): Button {
  if (!NAME.test(name)) throw new RangeError(`not a button's name: ${name}`);
  return {
    name,
    pattern: new RegExp(`^${name.replace(".", "\\.")}(:|$)`),
    pack: (ids = [], word = "") => packed([name, ids.map(toShortId).join(","), word].join(":")),
    read: (data) => {
      const [first, list = "", word = "", ...rest] = data.split(":");
      if (first !== name || rest.length > 0) return null;
      const ids = list === "" ? [] : list.split(",").map(fromShortId);
      return ids.every((id) => id !== null) ? { ids, word } : null;
    },
  };
}

function packed(data: string): string {
  if (data.length > LIMIT_BYTES || !/^[\w.,:-]+$/.test(data)) throw new RangeError(`does not fit a button: ${data}`);
  return data;
}
