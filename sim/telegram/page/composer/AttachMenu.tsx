import { useRef, useState } from "react";
import type { SeenChat } from "../../world/person-event";
import { useUi } from "../app/phone-ui";
import { call } from "../connection";
import { Menu } from "../ui/Menu";
import { usePhone } from "../ui/use-phone";
import { ContactSheet } from "./ContactSheet";
import { LocationSheet } from "./LocationSheet";
import { toBase64 } from "./to-base64";

const MAX_ALBUM = 10;

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
    const read = async (file: File) => {
      const mimeType = file.type || "application/octet-stream";
      return { kind, base64: await toBase64(file), mimeType, fileName: file.name };
    };
    const here = { person: phone.id, chat: chat.id };
    const items = await Promise.all(files.slice(0, MAX_ALBUM).map(read));
    const [single] = items;
    if (items.length > 1) await attempt(() => call("sendAlbum", { ...here, items }));
    else if (single) await attempt(() => call("sendMedia", { ...here, ...single }));
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
