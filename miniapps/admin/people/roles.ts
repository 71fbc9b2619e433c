import { MemberRole } from "#shared/contracts/members";
import { GRANTED_BY } from "#shared/people/granted-by";
import { useSigned } from "../../kit/start-app";

/** The roles that the person here may give, as the API would let them. */
export function useGrantableRoles(): MemberRole[] {
  const { permissions } = useSigned().me;
  return MemberRole.options.filter((role) => permissions.includes(GRANTED_BY[role]));
}
