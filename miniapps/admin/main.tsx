import { startApp } from "../kit/start-app";
import { App } from "./app/App";
import { guardBrowserBack } from "./app/leaving";
import { fetchSectionAt } from "./app/sections";

guardBrowserBack(); // before the router listens
fetchSectionAt(location.pathname);
await startApp(<App />);
