import type { SeenMessage } from "../../world/person-event";
import { price } from "../../world/price";

/** What a service message says; nothing for an ordinary one. */
export function serviceText(message: SeenMessage): string | undefined {
  const who = message.from?.first_name ?? "Somebody";
  const { new_chat_members, left_chat_member, pinned_message, successful_payment, supergroup_chat_created } = message;
  if (supergroup_chat_created) return `${who} created the group`;
  if (new_chat_members) return `${who} added ${new_chat_members.map((user) => user.first_name).join(", ")}`;
  if (left_chat_member)
    return left_chat_member.id === message.from?.id
      ? `${who} left the group`
      : `${who} removed ${left_chat_member.first_name}`;
  if (pinned_message) return `${who} pinned a message`;
  if (successful_payment)
    return `Payment of ${price(successful_payment.total_amount, successful_payment.currency)} received`;
  if (message.write_access_allowed) return "You allowed this bot to message you";
  if (message.web_app_data) return `Data from “${message.web_app_data.button_text}” was sent`;
  return undefined;
}
