/** The kind under which the message of a pin is remembered among the cards. No notification has it. */
export const LIVE_PIN = "live_pin";
