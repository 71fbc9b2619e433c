/** Plain numbers with a name; the name is the unit. */
export type Metres = number;
export type Seconds = number;
export type Milliseconds = number;
/** Integer count of a currency's smallest unit (tiyin, kopeck, cent). Never a fraction. */
export type Minor = number;
