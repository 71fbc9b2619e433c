import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { CourierPurse, CourierView, NewSettlement } from "#shared/contracts/courier";
import type { OpenInvitations } from "#shared/contracts/members";
import type { MemberCard } from "#shared/contracts/views";
import type { ApiProblem } from "../../kit/api-problem";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";

export function useMembers() {
  const { api } = useSigned().session;
  return useQuery<MemberCard[], ApiProblem>({
    queryKey: ["members"],
    queryFn: async () => (await ask(api.members.get({ query: {} }))).members,
  });
}

export function useInvitations() {
  const { api } = useSigned().session;
  return useQuery<OpenInvitations["invitations"], ApiProblem>({
    queryKey: ["invitations"],
    queryFn: async () => (await ask(api.members.invitations.get())).invitations,
  });
}

export function useCouriers() {
  const { api } = useSigned().session;
  return useQuery<CourierView[], ApiProblem>({
    queryKey: ["couriers"],
    queryFn: async () => (await ask(api.couriers.get())).couriers,
  });
}

export type Verdict = "approve" | "suspend";

export function useDecideMember(id: string) {
  const { api } = useSigned().session;
  const queries = useQueryClient();
  return useMutation<MemberCard, ApiProblem, Verdict>({
    mutationFn: (verdict) => ask(api.members({ id })[verdict].post()),
    onSettled: () => queries.invalidateQueries({ queryKey: ["members"] }),
  });
}

export function useDecideCourier(id: string) {
  const { api } = useSigned().session;
  const queries = useQueryClient();
  return useMutation<CourierView, ApiProblem, Verdict>({
    mutationFn: (verdict) => ask(api.couriers({ id })[verdict].post()),
    onSettled: () => queries.invalidateQueries({ queryKey: ["couriers"] }),
  });
}

export function usePurse(id: string) {
  const { api } = useSigned().session;
  return useQuery<CourierPurse, ApiProblem>({
    queryKey: ["couriers", id, "purse"],
    queryFn: () => ask(api.couriers({ id }).purse.get()),
  });
}

/** Cash that comes in, or pay that goes out. */
export type SettlementKind = "cash-hand-ins" | "pay-outs";

export function useSettle(id: string, kind: SettlementKind) {
  const { api } = useSigned().session;
  const queries = useQueryClient();
  return useMutation<CourierPurse, ApiProblem, NewSettlement>({
    mutationFn: (settlement) => ask(api.couriers({ id })[kind].post(settlement)),
    onSettled: () => queries.invalidateQueries({ queryKey: ["couriers", id, "purse"] }),
  });
}

export function useRevokeInvitation(id: string) {
  const { api } = useSigned().session;
  const queries = useQueryClient();
  return useMutation<{ id: string }, ApiProblem>({
    mutationFn: () => ask(api.members.invitations({ id }).revoke.post()),
    onSettled: () => queries.invalidateQueries({ queryKey: ["invitations"] }),
  });
}
