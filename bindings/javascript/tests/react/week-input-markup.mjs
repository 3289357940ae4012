// Prints the markup of a page with week inputs as a server renders it, where there is no document.

import { renderToString } from "react-dom/server";
import { weekInputsPage } from "./week-inputs-page.mjs";

const complaints = [];
console.error = (...parts) => complaints.push(parts.join(" "));
const markup = renderToString(weekInputsPage());
console.log(JSON.stringify({ markup, complaints, document: typeof document }));
