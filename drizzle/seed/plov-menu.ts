import type { CategoryRow, GroupRow } from "./menu-rows";

const PORTION: GroupRow = {
  name: ["Portion", "Порция", "Porsiya"],
  min: 1,
  max: 1,
  choices: [
    [["Regular", "Обычная", "Oddiy"], 0],
    [["Large", "Большая", "Katta"], 12_000],
    [["Half", "Половина", "Yarim"], -14_000],
  ],
};
const EXTRAS: GroupRow = {
  name: ["Extras", "Добавки", "Qoʻshimcha"],
  min: 0,
  max: 3,
  choices: [
    [["Quail egg", "Перепелиное яйцо", "Bedana tuxumi"], 3_000],
    [["Horse sausage", "Казы", "Qazi"], 15_000],
    [["Garlic head", "Головка чеснока", "Sarimsoq"], 2_000],
    [["Stuffed vine leaves", "Долма", "Doʻlma"], 9_000],
  ],
};

export const PLOV_MENU: readonly CategoryRow[] = [
  {
    name: ["Plov", "Плов", "Osh"],
    items: [
      {
        name: ["Wedding plov", "Свадебный плов", "Toʻy oshi"],
        about: ["Beef, yellow carrots, chickpeas", "Говядина, жёлтая морковь, нут", "Mol goʻshti, sariq sabzi, noʻxat"],
        som: 42_000,
        groups: [PORTION, EXTRAS],
      },
      {
        name: ["Chaykhana plov", "Чайханский плов", "Choyxona oshi"],
        about: ["Fried, with lamb", "Обжаренный, с бараниной", "Qovurilgan, qoʻy goʻshti bilan"],
        som: 46_000,
        groups: [PORTION, EXTRAS],
      },
      {
        name: ["Samarkand plov", "Самаркандский плов", "Samarqand oshi"],
        about: ["Served in layers", "Подаётся слоями", "Qavatma-qavat suziladi"],
        som: 44_000,
        groups: [PORTION, EXTRAS],
        stock: 120,
      },
    ],
  },
  {
    name: ["Soups", "Супы", "Shoʻrvalar"],
    items: [
      { name: ["Shurpa", "Шурпа", "Shoʻrva"], som: 28_000 },
      { name: ["Mastava", "Мастава", "Mastava"], som: 25_000 },
      { name: ["Mung bean soup", "Машхурда", "Moshxoʻrda"], som: 22_000 },
    ],
  },
  {
    name: ["Salads", "Салаты", "Salatlar"],
    items: [
      { name: ["Achichuk", "Ачичук", "Achchiq-chuchuk"], som: 12_000 },
      { name: ["Radish salad", "Салат из редьки", "Turp salati"], som: 10_000 },
      { name: ["Suzma", "Сузьма", "Suzma"], som: 9_000 },
    ],
  },
  {
    name: ["Bread and tea", "Хлеб и чай", "Non va choy"],
    items: [
      { name: ["Tandoor bread", "Лепёшка", "Tandir non"], som: 5_000, stock: 200 },
      { name: ["Green tea, pot", "Зелёный чай, чайник", "Koʻk choy, choynak"], som: 6_000 },
      { name: ["Black tea with lemon", "Чёрный чай с лимоном", "Limonli qora choy"], som: 9_000 },
      { name: ["Compote, 1 l", "Компот, 1 л", "Kompot, 1 l"], som: 15_000 },
    ],
  },
];
