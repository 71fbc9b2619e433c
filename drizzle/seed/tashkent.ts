import type { Point, Polygon } from "#shared/kernel/geo";
import type { BotKind, Role } from "#shared/kernel/role";
import type { Vehicle } from "#shared/kernel/vehicle";
import { BURGER_MENU } from "./burger-menu";
import type { CategoryRow, Words } from "./menu-rows";
import { NOODLE_MENU } from "./noodle-menu";
import { PLOV_MENU } from "./plov-menu";

export const TIMEZONE = "Asia/Tashkent";

export type BranchRow = {
  key: string;
  brand: string;
  name: Words;
  address: string;
  point: Point;
  menu: readonly CategoryRow[];
  preparationMinutes: number;
};

/** Places that exist; shops that do not. */
export const BRANCHES: readonly BranchRow[] = [
  {
    key: "plov",
    brand: "Osh Markazi",
    name: ["Osh Markazi, Chorsu", "Ош Марказий, Чорсу", "Osh Markazi, Chorsu"],
    address: "Chorsu, Tashkent",
    point: { lat: 41.3266, lng: 69.2351 },
    menu: PLOV_MENU,
    preparationMinutes: 15,
  },
  {
    key: "burger",
    brand: "Chilonzor Burger",
    name: [
      "Chilonzor Burger, Mirzo Ulugbek metro",
      "Чиланзар Бургер, метро Мирзо Улугбек",
      "Chilonzor Burger, Mirzo Ulugʻbek metrosi",
    ],
    address: "Chilonzor avenue, Tashkent",
    point: { lat: 41.2823, lng: 69.2131 },
    menu: BURGER_MENU,
    preparationMinutes: 12,
  },
  {
    key: "noodle",
    brand: "Lagʻmon Uyi",
    name: ["Lagʻmon Uyi, Amir Temur square", "Лагмон Уйи, сквер Амира Темура", "Lagʻmon Uyi, Amir Temur xiyoboni"],
    address: "Amir Temur square, Tashkent",
    point: { lat: 41.3113, lng: 69.2797 },
    menu: NOODLE_MENU,
    preparationMinutes: 18,
  },
];

export type PersonRow = {
  key: string;
  telegramId: number;
  firstName: string;
  lastName: string;
  phone: string;
  language: "en" | "ru" | "uz";
  roles: readonly Role[];
  /** Keys of the branches that they work at; left out: every branch. */
  branches?: readonly string[];
  vehicle?: Vehicle;
  /** Of a courier who does not come by to hand in the cash. */
  cashLimitSom?: number;
};

/** One person per role and three couriers. Phones are of the range kept for fiction. */
export const PEOPLE: readonly PersonRow[] = [
  {
    key: "owner",
    telegramId: 9_000_001,
    firstName: "Nodira",
    lastName: "Karimova",
    phone: "+998000000001",
    language: "uz",
    roles: ["owner"],
  },
  {
    key: "manager",
    telegramId: 9_000_002,
    firstName: "Timur",
    lastName: "Azizov",
    phone: "+998000000002",
    language: "ru",
    roles: ["manager"],
  },
  {
    key: "dispatcher",
    telegramId: 9_000_003,
    firstName: "Dilshod",
    lastName: "Rahimov",
    phone: "+998000000003",
    language: "uz",
    roles: ["dispatcher"],
  },
  {
    key: "kitchen",
    telegramId: 9_000_004,
    firstName: "Zuhra",
    lastName: "Tosheva",
    phone: "+998000000004",
    language: "uz",
    roles: ["kitchen"],
  },
  {
    key: "customer",
    telegramId: 9_000_010,
    firstName: "Malika",
    lastName: "Yusupova",
    phone: "+998000000010",
    language: "en",
    roles: ["customer"],
  },
  {
    key: "courier1",
    telegramId: 9_000_021,
    firstName: "Jasur",
    lastName: "Aliyev",
    phone: "+998000000021",
    language: "uz",
    roles: ["courier"],
    vehicle: "motorcycle",
  },
  {
    key: "courier2",
    telegramId: 9_000_022,
    firstName: "Sergey",
    lastName: "Kim",
    phone: "+998000000022",
    language: "ru",
    roles: ["courier"],
    vehicle: "car",
  },
  {
    key: "courier3",
    telegramId: 9_000_023,
    firstName: "Bekzod",
    lastName: "Tursunov",
    phone: "+998000000023",
    language: "uz",
    roles: ["courier"],
    vehicle: "bicycle",
  },
];

export type BotRow = { kind: BotKind; telegramId: number; username: string; token: string };

/** Bots of the local Telegram; their tokens open nothing anywhere else. */
export const LOCAL_BOTS: readonly BotRow[] = [
  {
    kind: "customer",
    telegramId: 7_000_001,
    username: "peyk_order_bot",
    token: "7000001:local-customer-bot-token-0000000000",
  },
  {
    kind: "courier",
    telegramId: 7_000_002,
    username: "peyk_courier_bot",
    token: "7000002:local-courier-bot-token-00000000000",
  },
  {
    kind: "staff",
    telegramId: 7_000_003,
    username: "peyk_staff_bot",
    token: "7000003:local-staff-bot-token-0000000000000",
  },
];

/** A circle of some `metres` as a polygon of 24 corners. */
export function circle(centre: Point, metres: number): Polygon {
  const dLat = metres / 111_320; // metres of one degree of latitude
  const dLng = dLat / Math.cos((centre.lat * Math.PI) / 180);
  const ring = Array.from({ length: 24 }, (_, corner) => {
    const angle = (corner / 24) * 2 * Math.PI;
    return [centre.lng + dLng * Math.cos(angle), centre.lat + dLat * Math.sin(angle)] as [number, number];
  });
  return { type: "Polygon", coordinates: [[...ring, ring[0]!]] };
}
