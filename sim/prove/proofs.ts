import { alertNightsProof } from "./alert-nights.proof";
import { foreignOrganisationProof } from "./foreign-organisation.proof";
import { initDataProof } from "./init-data.proof";
import { interleavingsProof } from "./interleavings.proof";
import { malformedProof } from "./malformed.proof";
import type { Proof } from "./proof";

export const PROOFS: readonly Proof[] = [
  initDataProof,
  foreignOrganisationProof,
  interleavingsProof,
  alertNightsProof,
  malformedProof,
];
