/**
 * Pub/sub channel on which the API tells the bots of a kind that the ledger has something for them. Losing a hint costs
 * half a second, never a message.
 */
export const hintChannel = (prefix: string, kind: string): string => `${prefix}:notifications:${kind}`;
