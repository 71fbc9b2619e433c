import type { SeenMessage } from "../../world/person-event";
import { Foot } from "./Bubble";
import { BubbleBody } from "./BubbleBody";
import type { ChatPlace } from "./chat-place";
import { PhotoPart } from "./PhotoPart";
import { RichText } from "./RichText";

type Props = { chat: ChatPlace; messages: SeenMessage[]; isLast: boolean };

/** Photos that were sent together, as one mosaic with the first caption below. */
export function Album({ chat, messages, isLast }: Props) {
  const { mine, message_id } = messages[0]!;
  const captioned = messages.find(({ caption }) => caption !== undefined);
  return (
    <div className={`row ${mine ? "mine" : "theirs"} first ${isLast ? "last" : ""}`} data-message={message_id}>
      <div className="stack">
        <article className={`bubble ${captioned ? "" : "bare"}`} aria-label={`Album of ${messages.length}`}>
          <div className={`album of-${Math.min(4, messages.length)}`}>
            {messages.map((message) =>
              message.photo ? (
                <PhotoPart key={message.message_id} photo={message.photo} />
              ) : (
                <BubbleBody key={message.message_id} chat={chat} message={{ ...message, caption: undefined }} />
              ),
            )}
          </div>
          {captioned?.caption && (
            <RichText text={captioned.caption} entities={captioned.caption_entities} chat={chat} />
          )}
          <Foot message={messages.at(-1)!} />
        </article>
      </div>
    </div>
  );
}
