import { Elysia } from "elysia";
import type { Deps } from "#api/platform/deps";
import { signedIn } from "#api/platform/signed-in";
import {
  InvitationRef,
  InvitationView,
  JoinByInvitation,
  MemberList,
  MemberRef,
  MembersQuery,
  NewInvitation,
  NewMember,
  OpenInvitations,
} from "#shared/contracts/members";
import { MemberCard } from "#shared/contracts/views";
import { decideMember, grantRole, listMembers } from "./decide-member";
import { invite } from "./invite";
import { joinByInvitation } from "./join";
import { listInvitations, revokeInvitation } from "./open-invitations";

export const membersRoutes = (deps: Deps) =>
  new Elysia({ prefix: "/members", tags: ["people"] })
    .use(signedIn(deps))
    .get("/", ({ actor, query }) => listMembers(deps, actor, query), {
      query: MembersQuery,
      response: MemberList,
      detail: { summary: "See who works here" },
    })
    .post("/", ({ actor, body }) => grantRole(deps, actor, body), {
      body: NewMember,
      response: MemberCard,
      detail: { summary: "Give somebody a further role" },
    })
    .post("/invitations", ({ actor, body }) => invite(deps, actor, body), {
      body: NewInvitation,
      response: InvitationView,
      detail: { summary: "Make an invitation link for one person" },
    })
    .get("/invitations", ({ actor }) => listInvitations(deps, actor), {
      response: OpenInvitations,
      detail: { summary: "Invitations that nobody has followed yet" },
    })
    .post("/invitations/:id/revoke", ({ actor, params }) => revokeInvitation(deps, actor, params), {
      params: InvitationRef,
      response: InvitationRef,
      detail: { summary: "Take an invitation back" },
    })
    .post("/join", ({ actor, body }) => joinByInvitation(deps, actor, body), {
      body: JoinByInvitation,
      response: MemberCard,
      detail: { summary: "Follow an invitation link" },
    })
    .post("/:id/approve", ({ actor, params }) => decideMember(deps, actor, { ...params, status: "active" }), {
      params: MemberRef,
      response: MemberCard,
      detail: { summary: "Let somebody of the staff in" },
    })
    .post("/:id/suspend", ({ actor, params }) => decideMember(deps, actor, { ...params, status: "suspended" }), {
      params: MemberRef,
      response: MemberCard,
      detail: { summary: "Shut somebody of the staff out" },
    });
