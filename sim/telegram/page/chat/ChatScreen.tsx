import { useEffect, useState } from "react";
import { useUi } from "../app/phone-ui";
import { Composer } from "../composer/Composer";
import { LiveBar } from "../live/LiveBar";
import { Dialog } from "../ui/Dialog";
import { useLivePhone, usePhone } from "../ui/use-phone";
import { ChatHeader } from "./ChatHeader";
import { MessageList } from "./MessageList";
import { PinnedBar } from "./PinnedBar";

const TYPING_MS = 5_000;

/** One open chat. */
export function ChatScreen({ id }: { id: number }) {
  const phone = useLivePhone();
  const { state, set } = useUi();
  const { view, messages } = phone.known(id);
  const typing = useTyping(id);
  if (!view) return <div className="wall" />;
  return (
    <section className="chat" aria-label={`Chat with ${view.title}`}>
      <ChatHeader chat={view} typing={typing} />
      {view.pinned && <PinnedBar message={view.pinned} />}
      <LiveBar chat={id} messages={[...messages.values()]} />
      <MessageList chat={view} messages={[...messages.values()]} />
      <Composer chat={view} />
      {state.alert && (
        <Dialog
          choices={[{ label: "OK", onChoose: () => set({ alert: undefined }) }]}
          onDismiss={() => set({ alert: undefined })}
        >
          {state.alert}
        </Dialog>
      )}
    </section>
  );
}

/** "typing" lasts five seconds, or until a message comes. */
function useTyping(id: number): string | undefined {
  const phone = usePhone();
  const [action, setAction] = useState<string>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = phone.onEvent((event) => {
      if (!("chat" in event) || event.chat !== id) return;
      if (event.kind === "message") setAction(undefined);
      if (event.kind !== "action") return;
      setAction(event.action.replaceAll("_", " "));
      clearTimeout(timer);
      timer = setTimeout(() => setAction(undefined), TYPING_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [phone, id]);
  return action;
}
