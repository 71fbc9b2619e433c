/** Everything that our bots answer to; Telegram sends nothing else. `poll_answer` only to be ignored politely. */
export const ALLOWED_UPDATES = [
  "message",
  "edited_message",
  "callback_query",
  "shipping_query",
  "pre_checkout_query",
  "my_chat_member",
  "poll_answer",
] as const;
