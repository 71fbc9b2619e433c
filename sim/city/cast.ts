import { BRANCHES, type BranchRow, type PersonRow } from "#drizzle/seed/tashkent";
import type { Point } from "#shared/kernel/geo";
import { near } from "#sim/city/road/route";
import { luckOf } from "./mind/luck";

/** Whose phones the city uses. Everybody else's belong to whoever looks at the page. */
const FIRST_ID = 9_100_001;
const LAST_ID = 9_100_999;
export const isOfTheCity = (telegramId: number): boolean => telegramId >= FIRST_ID && telegramId <= LAST_ID;

/**
 * The counter that is left to the newcomer: its kitchen is Zuhra, and customers of the city order elsewhere. Phones that
 * were told no place lie beside it.
 */
export const NEWCOMERS_BRANCH = "noodle";

type Language = PersonRow["language"];
type Name = readonly [first: string, last: string, language: Language];

/** The golden ratio's share: turned by it again and again, places lie all around. */
const GOLDEN = 0.381_966;

const COURIERS: readonly (readonly [...Name, home: string])[] = [
  ["Akmal", "Yoʻldoshev", "uz", "burger"],
  ["Ilya", "Petrov", "ru", "burger"],
  ["Sardor", "Qodirov", "uz", "burger"],
  ["Otabek", "Nazarov", "uz", "burger"],
  ["Sanjar", "Toshmatov", "uz", "burger"],
  ["Maksim", "Li", "ru", "burger"],
  ["Ravshan", "Yusupov", "uz", "burger"],
  ["Rustam", "Safin", "ru", "plov"],
  ["Davron", "Ismoilov", "uz", "plov"],
  ["Kirill", "Tsoy", "ru", "plov"],
  ["Umid", "Xasanov", "uz", "plov"],
  ["Temur", "Sultonov", "uz", "plov"],
  ["Artur", "Khegay", "ru", "plov"],
  ["Islom", "Boboyev", "uz", "plov"],
  ["Shuhrat", "Ergashev", "uz", "noodle"],
  ["Anvar", "Rasulov", "uz", "noodle"],
];
const KITCHENS: readonly (readonly [...Name, branch: string])[] = [
  ["Gulnora", "Sobirova", "uz", "plov"],
  ["Feruza", "Mirzayeva", "uz", "burger"],
  ["Lola", "Abdullayeva", "ru", "noodle"],
];
const DISPATCHERS: readonly (readonly [...Name, branches: readonly string[]])[] = [
  ["Kamola", "Umarova", "uz", ["burger", "plov"]],
  ["Farhod", "Jalilov", "ru", ["noodle"]],
];
const CUSTOMERS: readonly Name[] = [
  ["Aziza", "Tursunova", "uz"],
  ["Bobur", "Olimov", "uz"],
  ["Elena", "Morozova", "ru"],
  ["Jamshid", "Saidov", "uz"],
  ["Kate", "Wilson", "en"],
  ["Laziz", "Hamidov", "uz"],
  ["Madina", "Yunusova", "uz"],
  ["Nargiza", "Aripova", "uz"],
  ["Olga", "Kim", "ru"],
  ["Pavel", "Ivanov", "ru"],
  ["Qahramon", "Valiyev", "uz"],
  ["Sabina", "Rahmonova", "ru"],
  ["Tohir", "Mansurov", "uz"],
  ["Ulugʻbek", "Zokirov", "uz"],
  ["Vera", "Pak", "ru"],
  ["Yulduz", "Ganiyeva", "uz"],
  ["Zafar", "Bekmurodov", "uz"],
  ["Tom", "Baker", "en"],
  ["Dildora", "Nishonova", "uz"],
  ["Roman", "Ten", "ru"],
  ["Guli", "Xoliqova", "uz"],
  ["Alisher", "Fayziyev", "uz"],
  ["Natalya", "Sergeyeva", "ru"],
  ["Husan", "Raimov", "uz"],
  ["Shahlo", "Nurmatova", "uz"],
  ["Anna", "Schmidt", "en"],
];

/** Numbers of the range kept for fiction, after the seed's own. */
const row = (id: number, key: string, [firstName, lastName, language]: Name) => ({
  key,
  telegramId: FIRST_ID + id,
  firstName,
  lastName,
  language,
  phone: `+99800000${1_000 + id}`,
});

/** Couriers of the city ride motorcycles and wait for work near a branch. */
export const CITY_COURIERS = COURIERS.map(([first, last, language, home], n) => ({
  ...row(n, `city-courier-${n + 1}`, [first, last, language]),
  roles: ["courier"] as const,
  vehicle: "motorcycle" as const,
  cashLimitSom: 1_000_000_000,
  home: near(branchOf(home).point, { low: 60, high: 250 }, [n / COURIERS.length, (n * GOLDEN) % 1]),
  homeBranch: home,
}));

/** One more hand in each kitchen, who knows her own counter only. */
export const CITY_KITCHENS = KITCHENS.map(([first, last, language, branch], n) => ({
  ...row(20 + n, `city-kitchen-${branch}`, [first, last, language]),
  roles: ["kitchen"] as const,
  branches: [branch],
}));

/** On duty where the city orders; at the newcomer's branch only there for when nobody answers. */
export const CITY_DISPATCHERS = DISPATCHERS.map(([first, last, language, branches], n) => ({
  ...row(30 + n, `city-dispatcher-${n + 1}`, [first, last, language]),
  roles: ["dispatcher"] as const,
  branches,
  isOnDuty: !branches.includes(NEWCOMERS_BRANCH),
}));

const STREETS = ["Bunyodkor", "Mirzo Ulugʻbek", "Navoiy", "Amir Temur", "Shota Rustaveli", "Oybek", "Mustaqillik"];
const LANDMARKS = [
  "blue gate",
  "next to the pharmacy",
  "behind the school",
  "opposite the bakery",
  "by the old plane tree",
];

export type Home = { point: Point; text: string; landmark: string };

/** Customers of the city live within a short ride of one of the other branches, and order there. */
export const CITY_CUSTOMERS = CUSTOMERS.map(([first, last, language], n) => {
  const luck = luckOf(n + 1);
  const branches = BRANCHES.filter(({ key }) => key !== NEWCOMERS_BRANCH);
  const branch = branches[n % branches.length]!;
  const text = `${STREETS[n % STREETS.length]} ${1 + Math.floor(luck("house") * 90)}, ${1 + Math.floor(luck("flat") * 60)}`;
  const point = near(branch.point, { low: 200, high: 700 }, [luck("away"), luck("angle")]);
  const home: Home = { point, text, landmark: LANDMARKS[n % LANDMARKS.length]! };
  return {
    ...row(40 + n, `city-customer-${n + 1}`, [first, last, language]),
    roles: ["customer"] as const,
    home,
    branch,
  };
});

/** Everybody whom the business must know beforehand; customers come by themselves. */
export const CITY_STAFF: readonly PersonRow[] = [...CITY_COURIERS, ...CITY_KITCHENS, ...CITY_DISPATCHERS];

/** The numbers of the city's customers, as they stand on a card in the kitchen. */
export const CITY_PHONES: ReadonlySet<string> = new Set(CITY_CUSTOMERS.map(({ phone }) => phone));

export function branchOf(key: string): BranchRow {
  const branch = BRANCHES.find((one) => one.key === key);
  if (!branch) throw new RangeError(`no branch called ${key}`);
  return branch;
}
