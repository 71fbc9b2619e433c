import type { Point } from "#shared/kernel/geo";
import type { PhoneChat } from "#sim/telegram/client/phone-chat";
import type { SeenMessage } from "#sim/telegram/world/person-event";

/** One thing that a thumb does. */
export type Deed =
  | { do: "start" }
  | { do: "tap"; on: SeenMessage; data: string }
  | { do: "type"; text: string }
  | { do: "send contact" }
  | { do: "send place"; at: Point }
  | { do: "share live"; at: Point }
  | { do: "pay"; bill: string };

/** As long as Telegram allows but for "until I turn it off". */
const LIVE_PERIOD_S = 8 * 3_600;

/** Does it on the phone. Waits for Telegram, never for a bot. @throws ClientRefusal when the phone cannot do that now */
export async function perform(chat: PhoneChat, deed: Deed): Promise<void> {
  const { phone, id } = chat;
  const here = { person: phone.id, chat: id };
  if (deed.do === "start") await chat.start();
  if (deed.do === "type") await chat.type(deed.text);
  if (deed.do === "send contact") await chat.shareContact();
  if (deed.do === "send place") await chat.shareLocation(spotOf(deed.at));
  if (deed.do === "share live") await chat.shareLive(spotOf(deed.at), LIVE_PERIOD_S);
  if (deed.do === "pay") await phone.call("pay", { person: phone.id, bill: deed.bill });
  if (deed.do === "tap") {
    // By what the button carries; its place says nothing once the message was edited.
    const { on, data } = deed;
    await phone.call("tap", { ...here, message: on.message_id, row: 0, column: 0, data, wait: false });
  }
}

export const spotOf = ({ lat, lng }: Point) => ({ latitude: lat, longitude: lng });
