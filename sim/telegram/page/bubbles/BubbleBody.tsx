import type { SeenMessage } from "../../world/person-event";
import { fileUrl } from "../connection";
import { Avatar } from "../ui/Avatar";
import { Icon } from "../ui/Icon";
import type { ChatPlace } from "./chat-place";
import { InvoicePart } from "./InvoicePart";
import { LocationPart } from "./LocationPart";
import { PhotoPart } from "./PhotoPart";
import { PollPart } from "./PollPart";
import { RichText } from "./RichText";
import { VoicePart } from "./VoicePart";

/** Only a picture or a map: the bubble has no frame around it. */
export const isBare = ({ photo, location, venue, caption, animation, video }: SeenMessage): boolean =>
  (photo !== undefined || animation !== undefined || video !== undefined || (location !== undefined && !venue)) &&
  !caption;

/** What a message says, kind by kind. */
export function BubbleBody({ message, chat }: { message: SeenMessage; chat: ChatPlace }) {
  const { text, caption, photo, voice, document, location, contact, invoice, poll, video } = message;
  return (
    <>
      {photo && <PhotoPart photo={photo} />}
      {/* biome-ignore lint/a11y/useMediaCaption: nobody wrote down what is said in it */}
      {video && <video className="photo" controls src={fileUrl(video.file_id)} aria-label="Video" />}
      {location && <LocationPart message={message} />}
      {voice && <VoicePart voice={voice} mine={message.mine} />}
      {document && !message.animation && (
        <DocumentPart name={document.file_name} size={document.file_size} uid={document.file_id} />
      )}
      {contact && (
        <div className="contact">
          <Avatar id={contact.user_id ?? 3} name={`${contact.first_name} ${contact.last_name ?? ""}`} size={44} />
          <span>
            <b>
              {contact.first_name} {contact.last_name}
            </b>
            <span>{contact.phone_number}</span>
          </span>
        </div>
      )}
      {invoice && <InvoicePart message={message} />}
      {poll && <PollPart message={message} chat={chat} />}
      {text !== undefined && <RichText text={text} entities={message.entities} chat={chat} />}
      {caption !== undefined && <RichText text={caption} entities={message.caption_entities} chat={chat} />}
    </>
  );
}

function DocumentPart({ name = "file", size = 0, uid }: { name?: string; size?: number; uid: string }) {
  return (
    <a className="document" href={fileUrl(uid)} download={name}>
      <span className="document-sign">
        <Icon name="file" />
      </span>
      <span>
        <b>{name}</b>
        <span>{size < 1_024 ? `${size} B` : `${(size / 1_024).toFixed(1)} KB`}</span>
      </span>
    </a>
  );
}
