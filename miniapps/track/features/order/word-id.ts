/** `picked_up` of a row is `order-status-picked-up` of the texts. */
export const wordId = (prefix: string, word: string): string => `${prefix}-${word.replaceAll(/[._]/g, "-")}`;
