import { startApp } from "../kit/start-app";
import { App } from "./app/App";
import { guardBrowserBack } from "./app/leaving";

guardBrowserBack(); // before the router listens
await startApp(<App />);
