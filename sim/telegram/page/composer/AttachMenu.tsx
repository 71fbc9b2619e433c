import { useRef, useState } from "react";
import type { SeenChat } from "../../world/person-event";
import { useUi } from "../app/phone-ui";
import { call } from "../connection";
import { Menu } from "../ui/Menu";
import { usePhone } from "../ui/use-phone";
import { ContactSheet } from "./ContactSheet";
import { LocationSheet } from "./LocationSheet";
import { toBase64 } from "./to-base64";

/** The paper clip. */
export function AttachMenu({ chat }: { chat: SeenChat }) {
  const phone = usePhone();
  const { attempt } = useUi();
  const picker = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<"photo" | "document">("photo");
  const [open, setOpen] = useState<"location" | "contact">();
  const close = () => setOpen(undefined);
  const pick = (what: "photo" | "document") => {
    setKind(what);
    // The accepted kinds must be in the page before the browser asks for files.
    setTimeout(() => picker.current?.click());
  };
  const sendFiles = async (files: File[]) => {
    const mediaGroupId = files.length > 1 ? String(Date.now()) : undefined;
    for (const file of files) {
      const base64 = await toBase64(file);
      const media = {
        kind,
        base64,
        mimeType: file.type || "application/octet-stream",
        fileName: file.name,
        mediaGroupId,
      };
      await attempt(() => call("sendMedia", { person: phone.id, chat: chat.id, ...media }));
    }
  };
  return (
    <>
      <Menu
        label="Attach"
        icon="attach"
        placement="above"
        entries={[
          { label: "Photo", icon: "photo", onChoose: () => pick("photo") },
          { label: "File", icon: "file", onChoose: () => pick("document") },
          { label: "Location", icon: "location", onChoose: () => setOpen("location") },
          { label: "Contact", icon: "contact", onChoose: () => setOpen("contact") },
        ]}
      />
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept={kind === "photo" ? "image/*" : undefined}
        onChange={({ target }) => {
          void sendFiles([...(target.files ?? [])]);
          target.value = "";
        }}
      />
      {open === "location" && <LocationSheet chat={chat} onClose={close} canShareLive />}
      {open === "contact" && <ContactSheet chat={chat} onClose={close} />}
    </>
  );
}
