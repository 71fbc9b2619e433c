/** What happened on a day, in the terms of the set's evaluator: who fetched what when, and every ride. */
export type Solution = {
  assignments: Assignment[];
  deliveries: Delivered[];
  moves: Move[];
};

/** `orders` in the sequence of their hand-overs; all are fetched from one restaurant at once. */
export type Assignment = { assignedAt: number; pickupAt: number; courier: string; orders: string[] };
export type Delivered = { order: string; pickupAt: number; dropoffAt: number; courier: string };
/** `origin` is "0" when he rides off from where his shift began. */
export type Move = { courier: string; departAt: number; origin: string; destination: string };
