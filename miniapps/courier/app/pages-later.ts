import "./pages-later.css";

/** Everything but the first page, in a script of its own: it comes once the first page stands. */
export { ChatScreen } from "../features/chat/ChatScreen";
export { DayScreen } from "../features/day/DayScreen";
export { HistoryScreen } from "../features/day/HistoryScreen";
export { OfferSheet } from "../features/offers/OfferSheet";
export { PanicScreen } from "../features/panic/PanicScreen";
export { UnsentScreen } from "../features/queue/UnsentScreen";
export { LiveLocationHint } from "../features/shift/LiveLocationHint";
export { PermissionsScreen } from "../features/shift/PermissionsScreen";
export { PlaceScreen } from "../features/shift/PlaceScreen";
export { FailScreen } from "../features/trip/FailScreen";
export { HandOverScreen } from "../features/trip/HandOverScreen";
export { ReleaseScreen } from "../features/trip/ReleaseScreen";
export { TripScreen } from "../features/trip/TripScreen";
