import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { erase } from "./store/database";
import { createStore } from "./store/store";
import "./styles/index.css";

const root = document.getElementById("root");
if (root === null) {
  throw new Error("index.html has no element with the id root");
}

const databases = () => indexedDB;
const store = createStore({ databases, now: () => new Date() });

async function startAfresh(): Promise<void> {
  await erase(databases);
  location.reload();
}

createRoot(root).render(
  <StrictMode>
    <App fetch={store} startAfresh={startAfresh} />
  </StrictMode>,
);
