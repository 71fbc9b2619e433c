import type { KeyboardButton } from "grammy/types";
import { useEffect, useState } from "react";
import type { SeenChat } from "../../world/person-event";
import { useUi } from "../app/phone-ui";
import { usePhone } from "../ui/use-phone";

type Shown = { rows?: KeyboardButton[][]; placeholder?: string; isOpen: boolean; flip(): void; onPressed(): void };

/** The bot's keyboard: opens by itself when a new one comes, goes down after a press when it is for one time. */
export function useReplyKeyboard({ id, keyboard }: SeenChat): Shown {
  const phone = usePhone();
  const { set } = useUi();
  const [isOpen, setOpen] = useState(true);
  const messageId = keyboard?.messageId;
  const isForced = keyboard !== undefined && "force_reply" in keyboard.markup && !("keyboard" in keyboard.markup);
  useEffect(() => {
    setOpen(true);
    if (messageId !== undefined && isForced) set({ replyTo: phone.known(id).messages.get(messageId) });
  }, [messageId, isForced, id, phone, set]);
  const markup = keyboard?.markup;
  const rows = markup && "keyboard" in markup ? markup.keyboard : undefined;
  const isOneTime = markup !== undefined && "one_time_keyboard" in markup && markup.one_time_keyboard === true;
  return {
    rows,
    placeholder: markup?.input_field_placeholder,
    isOpen,
    flip: () => setOpen(!isOpen),
    onPressed: () => isOneTime && setOpen(false),
  };
}
