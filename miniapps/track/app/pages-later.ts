/** What lies behind a button of the order's page, in a script of its own: it comes once that page stands. */
export { CancelPage } from "../features/cancel/CancelPage";
export { ChatPage } from "../features/chat/ChatPage";
