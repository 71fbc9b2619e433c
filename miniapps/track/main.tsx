import { startApp } from "../kit/start-app";
import { App } from "./app/App";
import "./app/track.css";

await startApp(<App />);
