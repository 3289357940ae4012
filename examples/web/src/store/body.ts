import { Refusal } from "./refusal";

const LONGEST = 16 * 1024;

/** @throws Refusal for a body that is not JSON in UTF-8, says that it is something else, or is too large. */
export async function bodyOf(request: Request): Promise<unknown> {
  const type = request.headers.get("Content-Type");
  if (type?.split(";")[0]?.trim().toLowerCase() !== "application/json") {
    throw new Refusal(415, "unsupported_media_type", { field: "Content-Type", value: type });
  }
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > LONGEST) {
    throw new Refusal(413, "body_too_large", { value: bytes.byteLength });
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new Refusal(400, "malformed_json", {}, { cause });
  }
}
