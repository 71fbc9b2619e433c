import { useEffect, useState } from "react";
import { wanted } from "../connection";

export type Theme = "light" | "dark";
const STORED = "local-telegram-theme";
const systemTheme = (): Theme => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
const storedTheme = (): Theme => {
  const stored = wanted.theme ?? localStorage.getItem(STORED);
  return stored === "light" || stored === "dark" ? stored : systemTheme();
};

/** Light or dark, as the system says until somebody chooses. */
export function useTheme(): [Theme, () => void] {
  const [theme, setTheme] = useState(storedTheme);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  const flip = () => {
    const next = theme === "light" ? "dark" : "light";
    localStorage.setItem(STORED, next);
    setTheme(next);
  };
  return [theme, flip];
}
