import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { SeenChat } from "../../world/person-event";
import { useUi } from "../app/phone-ui";
import { previewOf } from "../chats/preview";
import { call } from "../connection";
import { Icon } from "../ui/Icon";
import { usePhone } from "../ui/use-phone";
import { AttachMenu } from "./AttachMenu";
import { CommandMenu } from "./CommandMenu";
import { ReplyKeyboard } from "./ReplyKeyboard";
import { recordVoice } from "./record-voice";
import { useReplyKeyboard } from "./use-reply-keyboard";

/** Everything below the messages: what one writes, answers, presses and attaches. */
export function Composer({ chat }: { chat: SeenChat }) {
  const phone = usePhone();
  const { attempt } = useUi();
  const start = () => attempt(() => call("start", { person: phone.id, chat: chat.id }));
  if (chat.blocked || !chat.started)
    return (
      <div className="composer">
        <button type="button" className="start-button" onClick={start}>
          {chat.blocked ? "Restart bot" : "Start"}
        </button>
      </div>
    );
  return <Writing chat={chat} />;
}

function Writing({ chat }: { chat: SeenChat }) {
  const { state, set } = useUi();
  const keyboard = useReplyKeyboard(chat);
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const send = useSend(chat, text, () => setText(""));
  const quoted = state.editing ?? state.replyTo;
  useEffect(() => {
    if (state.editing) setText(state.editing.text ?? "");
    if (state.editing || state.replyTo) field.current?.focus();
  }, [state.editing, state.replyTo]);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === "Escape") set({ replyTo: undefined, editing: undefined });
    // Enter inside an input method chooses a word.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <div className="composer-area">
      {quoted && (
        <div className="quoting">
          <Icon name={state.editing ? "edit" : "reply"} size={20} />
          <span>
            <b>{state.editing ? "Edit message" : `Reply to ${quoted.mine ? "yourself" : quoted.from?.first_name}`}</b>
            <span>{previewOf(quoted)}</span>
          </span>
          <button
            type="button"
            className="round"
            aria-label="Cancel"
            onClick={() => set({ replyTo: undefined, editing: undefined })}
          >
            <Icon name="close" size={20} />
          </button>
        </div>
      )}
      <form className="composer" onSubmit={submit}>
        <CommandMenu chat={chat} typed={text} onTyped={setText} />
        <AttachMenu chat={chat} />
        <textarea
          ref={field}
          rows={1}
          value={text}
          placeholder={keyboard.placeholder ?? "Message"}
          aria-label={`Message to ${chat.title}`}
          maxLength={4_096}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {keyboard.rows && (
          <button
            type="button"
            className={`round ${keyboard.isOpen ? "on" : ""}`}
            aria-label="Keyboard of the bot"
            aria-expanded={keyboard.isOpen}
            onClick={keyboard.flip}
          >
            <Icon name="keyboard" />
          </button>
        )}
        {text.trim() ? (
          <button type="submit" className="round send" aria-label="Send">
            <Icon name={state.editing ? "check" : "send"} filled={!state.editing} />
          </button>
        ) : (
          <VoiceButton chat={chat} />
        )}
      </form>
      {keyboard.rows && keyboard.isOpen && (
        <ReplyKeyboard chat={chat} rows={keyboard.rows} onPressed={keyboard.onPressed} />
      )}
    </div>
  );
}

function useSend(chat: SeenChat, text: string, clear: () => void): () => Promise<void> {
  const phone = usePhone();
  const { state, set, attempt } = useUi();
  return async () => {
    if (!text.trim()) return;
    const here = { person: phone.id, chat: chat.id };
    const { editing, replyTo } = state;
    clear();
    set({ editing: undefined, replyTo: undefined });
    await attempt(() =>
      editing
        ? call("editText", { ...here, message: editing.message_id, text })
        : call("sendText", { ...here, text, replyTo: replyTo?.message_id }),
    );
  };
}

function VoiceButton({ chat }: { chat: SeenChat }) {
  const phone = usePhone();
  const { attempt, toast } = useUi();
  const [finish, setFinish] = useState<() => void>();
  const record = async () => {
    if (finish) return finish();
    const recording = recordVoice();
    setFinish(() => recording.finish);
    const { base64, mimeType, durationS, isTone } = await recording.result;
    setFinish(undefined);
    if (isTone) toast("No microphone here: a tone was sent instead");
    await attempt(() =>
      call("sendMedia", { person: phone.id, chat: chat.id, kind: "voice", base64, mimeType, durationS }),
    );
  };
  return (
    <button
      type="button"
      className={`round ${finish ? "recording" : ""}`}
      aria-label={finish ? "Send the recording" : "Record a voice message"}
      onClick={() => void record()}
    >
      <Icon name={finish ? "stop" : "mic"} filled={finish !== undefined} />
    </button>
  );
}
