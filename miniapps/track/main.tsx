import { startApp } from "../kit/start-app";
import { App } from "./app/App";

await startApp(<App />);
