import type { ConversationFlavor } from "@grammyjs/conversations";
import type { Context, SessionFlavor } from "grammy";
import type { Api } from "./api";
import type { MiniApp } from "./miniapp-url";
import type { Person } from "./person";
import type { Words } from "./words";

/** What the bots remember of a chat. All of it can be asked again: an emptied Redis costs a tap, never an order. */
export type Session = {
  /** What a customer has chosen so far for the order that the cart will become. */
  checkout?: Checkout;
  /** The dish that a customer is putting together. */
  dish?: Dish;
};

export type Checkout = {
  /** Null: the customer collects it. */
  addressId?: string | null;
  paymentMethod?: "cash" | "invoice";
  cashGivenMinor?: number;
  note?: string;
  /** When it shall come; as soon as possible when left out. ISO. */
  scheduledFor?: string;
  /** Of the quote that was shown last. */
  fingerprint?: string;
};

export type Dish = { branchId: string; itemId: string; modifierIds: string[]; quantity: number };

type Ours = {
  /** The API as the person who wrote sees it. */
  peyk: Api;
  /** Who wrote, in the organisation of this bot. */
  person: Person;
  words: Words;
  /** Where a mini-app of this bot can be opened from the chat; `null`: it cannot. */
  miniapp(app: MiniApp): string | null;
  /** Whether this installation has a payment provider. */
  takesInvoices: boolean;
};

export type BotContext = ConversationFlavor<Context & SessionFlavor<Session> & Ours>;
/** Inside a conversation the middleware of the outside does not run: only words are there, the rest is `external`. */
export type TalkContext = Context & Pick<Ours, "words">;
