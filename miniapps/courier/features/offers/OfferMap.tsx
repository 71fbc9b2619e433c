import type { OfferView } from "#shared/contracts/offer";

/** Where it leads, drawn once the kit's map is there. */
export function OfferMap(_: { offer: OfferView; courierId: string }) {
  return null;
}
