import { staffButtons } from "#bots/dispatcher/messages/buttons";
import type { Phone } from "#sim/telegram/client/phone";
import type { SeenMessage } from "#sim/telegram/world/person-event";
import { codeIn, on, pinIn } from "./mind/sight";
import type { Street } from "./people/decide-courier";

const COOKING = [staffButtons.confirm, staffButtons.confirmIn, staffButtons.prepare, staffButtons.ready];

const messagesOf = (phone: Phone): SeenMessage[] =>
  phone.chats.flatMap(({ id }) => [...phone.known(id).messages.values()]);

/** Where people meet: at the door a customer reads out what her phone shows, at the counter a cook hands over the bag. */
export const createStreet = (customers: () => Iterable<Phone>, kitchens: () => Iterable<Phone>): Street => ({
  pinOf: (code) => {
    for (const phone of customers())
      for (const message of messagesOf(phone)) if (codeIn(message) === code && pinIn(message)) return pinIn(message);
    return null;
  },
  foodIsOut: (code) =>
    ![...kitchens()].some((phone) =>
      messagesOf(phone).some((card) => codeIn(card) === code && COOKING.some((button) => on(card, button).length > 0)),
    ),
});
