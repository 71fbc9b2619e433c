import type { CategoryRow, GroupRow } from "./menu-rows";

const DONENESS: GroupRow = {
  name: ["How it is done", "Прожарка", "Qovurilishi"],
  min: 1,
  max: 1,
  choices: [
    [["Medium", "Средняя", "Oʻrtacha"], 0],
    [["Well done", "Полная", "Toʻliq"], 0],
  ],
};
const ADD: GroupRow = {
  name: ["Add", "Добавить", "Qoʻshish"],
  min: 0,
  max: 4,
  choices: [
    [["Cheese", "Сыр", "Pishloq"], 5_000],
    [["Jalapeño", "Халапеньо", "Xalapenyo"], 4_000],
    [["Second patty", "Вторая котлета", "Ikkinchi kotlet"], 18_000],
    [["Fried egg", "Яичница", "Qovurilgan tuxum"], 4_000],
  ],
};
const SAUCE: GroupRow = {
  name: ["Sauce", "Соус", "Sous"],
  min: 0,
  max: 2,
  choices: [
    [["Ketchup", "Кетчуп", "Ketchup"], 0],
    [["Garlic", "Чесночный", "Sarimsoqli"], 2_000],
    [["Cheese", "Сырный", "Pishloqli"], 3_000],
  ],
};
const SIZE: GroupRow = {
  name: ["Size", "Размер", "Hajmi"],
  min: 1,
  max: 1,
  choices: [
    [["0.4 l", "0,4 л", "0,4 l"], 0],
    [["0.8 l", "0,8 л", "0,8 l"], 5_000],
  ],
};

export const BURGER_MENU: readonly CategoryRow[] = [
  {
    name: ["Burgers", "Бургеры", "Burgerlar"],
    items: [
      {
        name: ["Classic burger", "Классический бургер", "Klassik burger"],
        about: ["Beef, pickles, tomato", "Говядина, огурчики, помидор", "Mol goʻshti, bodring, pomidor"],
        som: 38_000,
        groups: [DONENESS, ADD],
      },
      { name: ["Cheeseburger", "Чизбургер", "Chizburger"], som: 42_000, groups: [DONENESS, ADD] },
      { name: ["Chicken burger", "Чикен бургер", "Tovuqli burger"], som: 36_000, groups: [ADD] },
      { name: ["Falafel burger", "Бургер с фалафелем", "Falafelli burger"], som: 32_000, groups: [ADD] },
    ],
  },
  {
    name: ["Lavash", "Лаваш", "Lavash"],
    items: [
      { name: ["Beef lavash", "Лаваш с говядиной", "Mol goʻshtli lavash"], som: 33_000, groups: [ADD, SAUCE] },
      { name: ["Chicken lavash", "Лаваш с курицей", "Tovuqli lavash"], som: 30_000, groups: [ADD, SAUCE] },
      { name: ["Doner in bread", "Донер в хлебе", "Nonda doner"], som: 31_000, groups: [SAUCE], stock: 60 },
    ],
  },
  {
    name: ["Sides", "Закуски", "Gazaklar"],
    items: [
      { name: ["French fries", "Картофель фри", "Kartoshka fri"], som: 15_000, groups: [SAUCE] },
      { name: ["Onion rings", "Луковые кольца", "Piyoz halqalari"], som: 17_000, groups: [SAUCE] },
      { name: ["Wings, 6 pieces", "Крылышки, 6 шт.", "Qanotchalar, 6 dona"], som: 34_000, groups: [SAUCE] },
    ],
  },
  {
    name: ["Drinks", "Напитки", "Ichimliklar"],
    items: [
      { name: ["Cola", "Кола", "Kola"], som: 9_000, groups: [SIZE] },
      { name: ["Lemonade", "Лимонад", "Limonad"], som: 14_000, groups: [SIZE] },
      { name: ["Ayran", "Айран", "Ayron"], som: 8_000 },
      { name: ["Water, 0.5 l", "Вода, 0,5 л", "Suv, 0,5 l"], som: 4_000, stock: 300 },
    ],
  },
];
