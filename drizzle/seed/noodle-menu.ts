import type { CategoryRow, GroupRow } from "./menu-rows";

const SPICE: GroupRow = {
  name: ["Spice", "Острота", "Achchiqligi"],
  min: 1,
  max: 1,
  choices: [
    [["Mild", "Не острое", "Achchiq emas"], 0],
    [["Hot", "Острое", "Achchiq"], 0],
    [["Very hot", "Очень острое", "Juda achchiq"], 0],
  ],
};
const MEAT: GroupRow = {
  name: ["Meat", "Мясо", "Goʻsht"],
  min: 1,
  max: 1,
  choices: [
    [["Beef", "Говядина", "Mol goʻshti"], 0],
    [["Lamb", "Баранина", "Qoʻy goʻshti"], 4_000],
    [["Without meat", "Без мяса", "Goʻshtsiz"], -8_000],
  ],
};
const WITH: GroupRow = {
  name: ["Serve with", "Подать с", "Bilan"],
  min: 0,
  max: 2,
  choices: [
    [["Sour cream", "Сметаной", "Smetana"], 3_000],
    [["Vinegar and pepper", "Уксусом и перцем", "Sirka va qalampir"], 0],
    [["Tomato sauce", "Томатным соусом", "Tomat sousi"], 2_000],
  ],
};

export const NOODLE_MENU: readonly CategoryRow[] = [
  {
    name: ["Lagman", "Лагман", "Lagʻmon"],
    items: [
      {
        name: ["Uyghur lagman", "Уйгурский лагман", "Uygʻur lagʻmoni"],
        about: ["Hand-pulled noodles", "Тянутая лапша", "Qoʻlda choʻzilgan xamir"],
        som: 36_000,
        groups: [SPICE, MEAT],
      },
      { name: ["Fried lagman", "Жареный лагман", "Qovurma lagʻmon"], som: 38_000, groups: [SPICE, MEAT] },
      { name: ["Boso lagman", "Босо лагман", "Boʻso lagʻmon"], som: 39_000, groups: [SPICE, MEAT] },
      { name: ["Norin", "Норин", "Norin"], som: 40_000, stock: 40 },
    ],
  },
  {
    name: ["Dumplings", "Манты и чучвара", "Manti va chuchvara"],
    items: [
      { name: ["Manti, 5 pieces", "Манты, 5 шт.", "Manti, 5 dona"], som: 35_000, groups: [WITH] },
      {
        name: ["Pumpkin manti, 5 pieces", "Манты с тыквой, 5 шт.", "Qovoqli manti, 5 dona"],
        som: 27_000,
        groups: [WITH],
      },
      { name: ["Chuchvara in broth", "Чучвара в бульоне", "Shoʻrvali chuchvara"], som: 29_000, groups: [WITH] },
      { name: ["Fried chuchvara", "Жареная чучвара", "Qovurma chuchvara"], som: 31_000, groups: [WITH] },
    ],
  },
  {
    name: ["From the tandoor", "Из тандыра", "Tandirdan"],
    items: [
      { name: ["Meat samsa", "Самса с мясом", "Goʻshtli somsa"], som: 12_000, stock: 150 },
      { name: ["Pumpkin samsa", "Самса с тыквой", "Qovoqli somsa"], som: 9_000 },
      { name: ["Greens samsa", "Самса с зеленью", "Koʻk somsa"], som: 9_000 },
    ],
  },
  {
    name: ["Drinks", "Напитки", "Ichimliklar"],
    items: [
      { name: ["Green tea, pot", "Зелёный чай, чайник", "Koʻk choy, choynak"], som: 6_000 },
      { name: ["Ayran", "Айран", "Ayron"], som: 8_000 },
      { name: ["Cherry juice, 0.5 l", "Вишнёвый сок, 0,5 л", "Gilos sharbati, 0,5 l"], som: 13_000 },
    ],
  },
];
