// Where the arrows go, as HTML says it of stepUp() and stepDown(): what is accepted, the key, a week, and those
// which it leads to.

export const STEPS = [
  [{}, "ArrowUp", "2026-W53", "2027-W01"],
  [{}, "ArrowDown", "2027-W01", "2026-W53"],
  [{ min: "2026-W10" }, "ArrowDown", "2026-W11", "2026-W10", "2026-W10"],
  [{ max: "2026-W10" }, "ArrowUp", "2026-W09", "2026-W10", "2026-W10"],
  // Beyond a bound, only the way back is open.
  [{ min: "2026-W10" }, "ArrowDown", "2026-W08", "2026-W08"],
  [{ min: "2026-W10" }, "ArrowUp", "2026-W08", "2026-W10", "2026-W11"],
  [{ max: "2026-W10" }, "ArrowUp", "2026-W12", "2026-W12"],
  [{ max: "2026-W10" }, "ArrowDown", "2026-W12", "2026-W10", "2026-W09"],
  [{ min: "2026-W10", step: 3 }, "ArrowUp", "2026-W10", "2026-W13", "2026-W16"],
  [{ step: 2 }, "ArrowUp", "1969-W51", "1970-W01", "1970-W03"],
  // A week between two steps goes to the next of them.
  [{ min: "2026-W10", step: 3 }, "ArrowUp", "2026-W11", "2026-W13"],
  [{ min: "2026-W10", step: 3 }, "ArrowDown", "2026-W12", "2026-W10"],
  [{ min: "2026-W10", max: "2026-W15", step: 3 }, "ArrowUp", "2026-W13", "2026-W13"],
  [{ min: "2026-W10", max: "2026-W15", step: 3 }, "ArrowDown", "2026-W15", "2026-W13"],
  [{}, "ArrowDown", "0001-W02", "0001-W01", "0001-W01"],
];
