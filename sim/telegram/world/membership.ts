import type { ChatMember } from "grammy/types";
import { asApiChat, botsOf, findPrivate, isAdmin, openGroup, openPrivate, peopleOf } from "./chats";
import { userOf } from "./peers";
import { post, tellChat } from "./post";
import type { Bot, Chat, GroupChat, MemberStatus, PeerId, PrivateChat } from "./state";
import { deliver } from "./updates";
import type { World } from "./world";

const ADMIN_RIGHTS = {
  can_be_edited: false,
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: true,
  can_restrict_members: true,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_pin_messages: true,
  can_manage_topics: false,
  can_send_welcome_messages: false,
} as const;

export function asMember(world: World, peer: PeerId, status: MemberStatus): ChatMember {
  const user = userOf(world, peer);
  if (status === "creator") return { status, user, is_anonymous: false };
  if (status === "administrator") return { status, user, ...ADMIN_RIGHTS };
  if (status === "kicked") return { status, user, until_date: 0 };
  return { status, user };
}

export function createGroup(world: World, title: string, creator: PeerId, others: readonly PeerId[]): GroupChat {
  const group = openGroup(world, title, new Map([[creator, "creator"]]));
  post(world, group, { from: creator, content: { supergroup_chat_created: true } });
  for (const peer of others) setMember(world, group, creator, peer, "member");
  return group;
}

/** Let somebody in, promote, or show the door; the group reads of comings and goings, bots of everything they may. */
export function setMember(world: World, group: GroupChat, by: PeerId, peer: PeerId, status: MemberStatus): void {
  const before = group.members.get(peer) ?? "left";
  if (before === status) return;
  const wasIn = before !== "left" && before !== "kicked";
  const isIn = status !== "left" && status !== "kicked";
  // Who is shown out hears of it, who comes in is there to hear of it.
  if (isIn) group.members.set(peer, status);
  tellMemberChange(world, group, by, peer, before, status);
  if (!wasIn && isIn) post(world, group, { from: by, content: { new_chat_members: [userOf(world, peer)] } });
  if (wasIn && !isIn) post(world, group, { from: by, content: { left_chat_member: userOf(world, peer) } });
  group.members.set(peer, status);
  for (const person of peopleOf(world, group)) tellChat(world, group, person);
}

function tellMemberChange(
  world: World,
  chat: Chat,
  by: PeerId,
  peer: PeerId,
  before: MemberStatus,
  after: MemberStatus,
): void {
  const change = (bot: Bot) => ({
    chat: asApiChat(world, chat, bot.id),
    from: userOf(world, by),
    date: world.nowS(),
    old_chat_member: asMember(world, peer, before),
    new_chat_member: asMember(world, peer, after),
  });
  const subject = world.state.bots.get(peer);
  if (subject) deliver(world, subject, "my_chat_member", change(subject));
  for (const bot of botsOf(world, chat))
    if (bot.id !== peer && chat.kind === "group" && isAdmin(chat, bot.id))
      deliver(world, bot, "chat_member", change(bot));
}

/** A person blocks the bot, or lets it write again. */
export function setBlocked(world: World, person: PeerId, bot: PeerId, blocked: boolean): PrivateChat {
  const chat = findPrivate(world, person, bot) ?? openPrivate(world, person, bot);
  if (chat.blocked === blocked) return chat;
  chat.blocked = blocked;
  const [before, after]: MemberStatus[] = blocked ? ["member", "kicked"] : ["kicked", "member"];
  tellMemberChange(world, chat, person, bot, before!, after!);
  tellChat(world, chat, person);
  return chat;
}
