import { useQuery } from "@tanstack/react-query";
import type { MeView } from "#shared/contracts/people";
import type { Permission } from "#shared/kernel/permissions";
import type { ApiProblem } from "../../kit/api-problem";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";

/** Who is here, and what they may do. Asked again now and then: rights are lost while an app is open. */
export function useMe() {
  const { api } = useSigned().session;
  return useQuery<MeView, ApiProblem>({
    queryKey: ["me"],
    queryFn: () => ask(api.me.get()),
    refetchInterval: 60_000,
  });
}

/** Whether the person here may do this; not before it is known. */
export function useMay(permission: Permission): boolean {
  return useMe().data?.permissions.includes(permission) ?? false;
}
