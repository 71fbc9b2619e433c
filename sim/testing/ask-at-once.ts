import type { World } from "./world";

/**
 * Lets every branch ask the nearest courier as soon as an order is confirmed. The default waits until the courier has to
 * ride off for the food to be fetched warm: right for a shop, long for a spec about what follows an offer.
 */
export const askAtOnce = ({ owner }: Pick<World, "owner">) =>
  owner`update branches set dispatch = dispatch || '{"policy": "score"}'`;
