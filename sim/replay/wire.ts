import type { Milliseconds } from "#shared/kernel/units";
import type { Heard } from "#sim/chaos/heard";
import type { CourierHands } from "./courier-hands";
import type { Dispatcher } from "./dispatcher";
import type { ShareSpots } from "./positions";
import type { Rider } from "./rider";

/** How news reach people and their answers the house: by the run's own bots, or through the local Telegram. */
export type Wire = {
  handsOf(telegramId: number): CourierHands;
  share: ShareSpots;
  /** From now on people hear. */
  listen(riders: readonly Rider[], dispatcher: Dispatcher): void;
  /** From due to told, in machine time, so far. */
  lagMs: readonly Milliseconds[];
  /** Ends it, and holds what people saw against what they had to see. */
  judge(cookOf: (orderId: string) => number): Promise<Heard>;
};
