import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [react()],
  // The API is that of a server which runs on its default address.
  server: { host: "127.0.0.1", proxy: { "/api": "http://127.0.0.1:8000" } },
  // The maps lie beside the scripts, which do not name them: coverage is counted in the source's lines.
  build: { sourcemap: "hidden" },
});
