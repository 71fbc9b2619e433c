import { z } from "zod";
import { markRead } from "../../world/change-message";
import { peopleOf } from "../../world/chats";
import { createGroup, setBlocked, setMember } from "../../world/membership";
import { tellChat } from "../../world/post";
import type { GroupChat, PeerId } from "../../world/state";
import type { World } from "../../world/world";
import { action, ClientError, chatOf, type Desk } from "../action";

const Mine = z.object({ person: z.number(), chat: z.number() });
const Member = Mine.extend({ member: z.number() });

export const chats = {
  /** Put the chat on the person's list. The bot hears nothing yet. */
  openChat: action(Mine, ({ world }, { person, chat }): true => {
    tellChat(world, chatOf(world, person, chat), person);
    return true;
  }),
  read: action(Mine, ({ world }, { person, chat }): true => {
    markRead(world, chatOf(world, person, chat), person);
    return true;
  }),
  block: action(Mine, ({ world }, { person, chat }): true => changeBlock(world, person, chat, true)),
  unblock: action(Mine, ({ world }, { person, chat }): true => changeBlock(world, person, chat, false)),

  createGroup: action(
    z.object({ person: z.number(), title: z.string().min(1).max(128), members: z.array(z.number()).default([]) }),
    ({ world }, { person, title, members }): { id: PeerId } => ({ id: createGroup(world, title, person, members).id }),
  ),
  addMember: action(Member, (desk, input): true => change(desk, input, "member")),
  promote: action(Member, (desk, input): true => change(desk, input, "administrator")),
  demote: action(Member, (desk, input): true => change(desk, input, "member")),
  removeMember: action(Member, (desk, input): true =>
    change(desk, input, input.member === input.person ? "left" : "kicked"),
  ),
};

function changeBlock(world: World, person: PeerId, chat: PeerId, blocked: boolean): true {
  setBlocked(world, person, botIn(world, chat), blocked);
  return true;
}

function botIn(world: World, chat: PeerId): PeerId {
  if (!world.state.bots.has(chat)) throw new ClientError("only bots can be blocked here");
  return chat;
}

function change(
  { world }: Desk,
  { person, chat, member }: z.output<typeof Member>,
  status: "member" | "administrator" | "left" | "kicked",
): true {
  const group = groupOf(world, person, chat);
  const before = peopleOf(world, group);
  setMember(world, group, person, member, status);
  // Who was shown out is told as well: the row goes from that list.
  for (const other of before)
    if (!peopleOf(world, group).includes(other)) world.tell(other, () => ({ kind: "left", chat: group.id }));
  return true;
}

function groupOf(world: World, person: PeerId, id: PeerId): GroupChat {
  const chat = chatOf(world, person, id);
  if (chat.kind !== "group") throw new ClientError("this is no group");
  return chat;
}
