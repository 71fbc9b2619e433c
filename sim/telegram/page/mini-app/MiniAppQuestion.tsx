import { type FormEvent, useEffect } from "react";
import { call } from "../connection";
import { Dialog } from "../ui/Dialog";
import { Sheet } from "../ui/Sheet";
import type { Host } from "./host";
import type { Question } from "./host-state";
import { PopupDialog } from "./PopupDialog";
import { emitLocation, grantLocation } from "./person-events";

/** What stands between a mini-app and the person: permissions, popups, the scanner. */
export function MiniAppQuestion({ host }: { host: Host }) {
  const [question, ...waiting] = host.state.questions;
  useInvoiceEnd(host);
  if (!question) return null;
  const done = () => host.set({ questions: waiting });
  if (question.kind === "popup") return <PopupDialog host={host} question={question} onDone={done} />;
  if (question.kind === "scanning") return <Scanner host={host} text={question.text} onDone={done} />;
  const { title, text, yes, onAnswer } = ASKED[question.kind](host);
  const answer = (allowed: boolean) => {
    done();
    void onAnswer(allowed);
  };
  return (
    <Dialog
      title={title}
      choices={[
        { label: yes, onChoose: () => answer(true) },
        { label: "Cancel", onChoose: () => answer(false) },
      ]}
      onDismiss={() => answer(false)}
    >
      {text}
    </Dialog>
  );
}

type Asked = { title: string; text: string; yes: string; onAnswer: (allowed: boolean) => unknown };
type Simple = Exclude<Question["kind"], "popup" | "scanning">;

const ASKED: Record<Simple, (host: Host) => Asked> = {
  phone: (host) => ({
    title: "Share your phone number?",
    text: `${host.app.title} will know your phone number.`,
    yes: "Share",
    onAnswer: async (allowed) => {
      if (allowed) await host.ui.attempt(() => call("shareContact", { person: host.phone.id, chat: host.app.bot }));
      host.emit("phone_requested", { status: allowed ? "sent" : "cancelled" });
    },
  }),
  writing: (host) => ({
    title: "Allow messages?",
    text: `${host.app.title} would like to write to you.`,
    yes: "Allow",
    onAnswer: async (allowed) => {
      if (allowed) await host.ui.attempt(() => call("allowWriting", { person: host.phone.id, chat: host.app.bot }));
      host.emit("write_access_requested", { status: allowed ? "allowed" : "cancelled" });
    },
  }),
  location: (host) => ({
    title: "Allow to see your location?",
    text: `${host.app.title} will know where you are while it is open.`,
    yes: "Allow",
    onAnswer: (allowed) => {
      grantLocation(host, allowed);
      emitLocation(host);
    },
  }),
  closing: (host) => ({
    title: "Close the app?",
    text: "Changes that you made may not be saved.",
    yes: "Close anyway",
    onAnswer: (allowed) => allowed && host.close(),
  }),
};

/** There is no camera to point at a code: what stands on it is typed. */
function Scanner({ host, text, onDone }: { host: Host; text?: string; onDone: () => void }) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    host.emit("qr_text_received", { data: String(new FormData(event.currentTarget).get("code")) });
    onDone();
  };
  const cancel = () => {
    host.emit("scan_qr_popup_closed");
    onDone();
  };
  return (
    <Sheet title="Scan a QR code" onClose={cancel}>
      <form className="sheet-body" onSubmit={submit}>
        {text && <p>{text}</p>}
        <label className="field">
          What the code says
          <input name="code" required />
        </label>
        <button type="submit" className="wide-button">
          Scan
        </button>
      </form>
    </Sheet>
  );
}

/** An invoice that the mini-app opened was paid or put away. */
function useInvoiceEnd(host: Host): void {
  const { bill } = host.ui.state;
  useEffect(() => {
    if (!bill) return;
    return () =>
      void call("bill", { person: host.phone.id, bill }).then(({ isPaid }) =>
        host.emit("invoice_closed", { slug: bill, status: isPaid ? "paid" : "cancelled" }),
      );
  }, [bill, host]);
}
