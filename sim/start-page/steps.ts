/** What a newcomer is invited to try, in this order. */
export const STEPS = ["order", "kitchen", "courier", "pin", "board", "price"] as const;
export type Step = (typeof STEPS)[number];

/** Something that somebody did, as the database has it. `what`: a timeline's action, or one of those below. */
export type Did = {
  what: string;
  telegramId: number;
  atMs: number;
  /** How it was proved, of a hand-over. */
  proof: string | null;
  /** Of a price and of what was put into a cart. */
  itemId: string | null;
};

export const ANSWERED_ALERT = "answered_alert";
export const CHANGED_PRICE = "changed_price";
export const QUOTED_ITEM = "quoted_item";

/** The steps that happened; each of them is a deed of a newcomer's person. */
export function stepsDone(deeds: readonly Did[]): Set<Step> {
  const did = (...whats: string[]) => deeds.some(({ what }) => whats.includes(what));
  const handedOver = deeds.some(({ what, proof }) => what === "hand_over" && proof === "pin");
  const happened: Record<Step, boolean> = {
    order: did("place"),
    kitchen: did("confirm", ANSWERED_ALERT),
    courier: did("accept") && did("pick_up"),
    pin: handedOver,
    board: did("assign", "reassign", "take_over"),
    price: deeds.some((change) => change.what === CHANGED_PRICE && deeds.some((later) => quotes(later, change))),
  };
  return new Set(STEPS.filter((step) => happened[step]));
}

const quotes = (later: Did, change: Did): boolean =>
  later.what === QUOTED_ITEM && later.itemId === change.itemId && later.atMs >= change.atMs;
