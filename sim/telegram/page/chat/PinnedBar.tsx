import type { SeenMessage } from "../../world/person-event";
import { previewOf } from "../chats/preview";
import { Icon } from "../ui/Icon";
import { showMessage } from "./show-message";

/** The newest pinned message; a tap goes to it. */
export const PinnedBar = ({ message }: { message: SeenMessage }) => (
  <button
    type="button"
    className="pinned-bar"
    onClick={(event) => showMessage(event.currentTarget, message.message_id)}
  >
    <span className="pinned-text">
      <b>Pinned message</b>
      <span>{previewOf(message)}</span>
    </span>
    <Icon name="pin" size={20} />
  </button>
);
