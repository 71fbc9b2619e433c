import type { Id } from "#shared/kernel/ids";

/** Letters that nobody mishears or misreads, and that spell no words. */
const LETTERS = "BCDFGHJKLMNPQRSTVWXZ";
const LENGTH = 5;

/** The five letters by which people speak of an order. From the random end of its id; not unique for ever. */
export function orderCode(id: Id): string {
  let rest = Number.parseInt(id.slice(-8), 16);
  let code = "";
  for (let position = 0; position < LENGTH; position += 1) {
    code += LETTERS[rest % LETTERS.length];
    rest = Math.floor(rest / LETTERS.length);
  }
  return code;
}
