import { useQuery } from "@tanstack/react-query";
import type { MeView } from "#shared/contracts/people";
import type { Permission } from "#shared/kernel/permissions";
import type { ApiProblem } from "../../kit/api-problem";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";

/** Who is here, and what they may do: as the sign-in said, and asked now and then, since rights are lost while open. */
export function useMe() {
  const { session, me } = useSigned();
  return useQuery<MeView, ApiProblem>({
    queryKey: ["me"],
    queryFn: () => ask(session.api.me.get()),
    initialData: me,
    refetchInterval: 60_000,
  });
}

/** Whether the person here may do this. */
export function useMay(permission: Permission): boolean {
  return useMe().data.permissions.includes(permission);
}
