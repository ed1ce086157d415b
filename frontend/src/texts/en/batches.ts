import type { BatchedState, BatchState, ReplayProspect } from "../../api/schema";

const counted = (count: number, written: string) =>
  count === 1 ? "1 delivery" : `${written} deliveries`;

const states: Record<BatchState, string> = {
  PLANNED: "Planned",
  RUNNING: "Running",
  PAUSED: "Paused",
  DONE: "Done",
  CANCELLED: "Cancelled",
};

const batchedStates: Record<BatchedState, string> = {
  WAITING: "Waiting",
  UNDER_WAY: "Under way",
  SUCCEEDED: "Succeeded",
  FAILED: "Failed",
  UNKNOWN: "Unknown",
  SKIPPED: "Skipped",
};

/** What is foretold of a delivery while it waits for its turn. */
const prospects: Record<ReplayProspect, string> = {
  READY: "Is replayed when its turn comes.",
  LOOKS_FIRST: "Is looked for in iMIS first.",
  TOO_EARLY: "Is looked for once nothing can be on its way to iMIS any more.",
  SUCCEEDED: "Its record is in iMIS already.",
  UNCERTAIN: "Its record may be in iMIS already.",
  INCOMPLETE: "Values are missing that are never stored.",
  IMPOSSIBLE: "Cannot be replayed.",
};

const plans: Record<ReplayProspect, { title: (one: boolean) => string; text: string }> = {
  READY: {
    title: (one) => (one ? "is replayed straight away" : "are replayed straight away"),
    text: "Their records are not in iMIS.",
  },
  LOOKS_FIRST: {
    title: (one) => (one ? "is looked for in iMIS first" : "are looked for in iMIS first"),
    text: "Their records may be there already. What is found is not written a second time; what is not found is written.",
  },
  TOO_EARLY: {
    title: (one) => `${one ? "is" : "are"} looked for in iMIS in a few minutes`,
    text: "What was sent may still be on its way to iMIS, so the replay waits before it looks.",
  },
  SUCCEEDED: {
    title: () => "succeeded before",
    text: "Their records are in iMIS already. Replaying writes second ones.",
  },
  UNCERTAIN: {
    title: () => "may be in iMIS already",
    text: "Inlet cannot look for these records, so replaying may write second ones. Look in iMIS first.",
  },
  INCOMPLETE: {
    title: (one) => (one ? "lacks values" : "lack values"),
    text: "These values are never stored. The fields that are filled from them would stay blank.",
  },
  IMPOSSIBLE: {
    title: () => "cannot be replayed",
    text: "For these reasons:",
  },
};

/** Of deliveries that are replayed together. */
export const batches = {
  title: "Replays",
  intro: "Deliveries that were replayed together, the newest first. They are listed for 90 days.",
  back: "Deliveries",
  backToAll: "Replays",
  table: "Replays",
  planned: "Planned",
  state: "State",
  what: "What",
  byColumn: "By",
  progress: "Progress",
  open: (time: string) => `Replay of ${time}`,
  paging: "Pages of replays",
  count: (count: number) => (count === 1 ? "1 replay" : `${count} replays`),
  loadFailed: "The replays could not be loaded",
  emptyTitle: "Nothing was replayed together yet",
  emptyText: "Select deliveries in their list, or replay all that its filters show.",
  emptyAction: "Go to the deliveries",
  endTitle: "No older replays",
  endText: "This page is past the last replay.",
  titleOf: (count: number, written: string) => `Replay of ${counted(count, written)}`,
  titleUnknown: "Replay",
  deliveries: counted,
  oneLoadFailed: "The replay could not be loaded",
  notFoundTitle: "There is no such replay",
  notFoundText:
    "It belongs to another organization, is older than 90 days, or was planned and never started.",
  states,
  discarded: "Discarded",
  selected: "Selected one by one",
  everything: "All deliveries",
  filter: {
    version: (version: number) => `version ${version}`,
    since: (from: string) => `since ${from}`,
    until: (to: string) => `until ${to}`,
    source: (source: string) => `from ${source}`,
    search: "words were searched",
    property: (name: string) => `value of “${name}” was searched`,
  },
  facts: "Facts",
  handledBy: "Handled by",
  asNow: "the present version of each webhook",
  asThen: "the version that took each delivery",
  plannedBy: "Planned",
  startedBy: "Started",
  ended: "Ended",
  by: (who: string) => `by ${who}`,
  pause: "Pause",
  resume: "Resume",
  cancel: "Cancel the rest",
  cancelTitle: "Cancel the rest of this replay?",
  cancelText: (count: number, written: string) =>
    `${count === 1 ? "1 delivery that waits is" : `${written} deliveries that wait are`} left as ${count === 1 ? "it is" : "they are"}. What is under way finishes, and what was written stays. This cannot be resumed.`,
  changedTitle: "It changed just now",
  changeFailed: "This did not work",
  pausedByItself: "Inlet paused this replay by itself",
  seeConnection: "See the connection",
  pausing: "Nothing new begins. What is under way finishes.",
  planTitle: "What would happen",
  planText:
    "Nothing was sent yet. Exactly these deliveries are replayed: what arrives or fails from now on is not among them, and what changes before its turn is skipped.",
  planEmpty: "No delivery fits these filters, so there is nothing to replay.",
  plans,
  isReplayed: "Is replayed",
  isSkipped: "Is skipped",
  confirmSucceeded: "Write second records of them",
  confirmUncertain: "Replay them even if that makes second records",
  confirmIncomplete: "Write the records without these values",
  times: (count: string) => `${count} ×`,
  otherReasons: "for other reasons, which the list below tells",
  sum: (replayed: string, skipped: string) =>
    `If this is started: ${replayed} replayed, ${skipped} skipped.`,
  sumText: "A few at a time, so that new deliveries are not held up. You can pause or cancel.",
  start: (written: string) => `Start: replay ${written}`,
  nothingToStart:
    "Nothing would be replayed. Confirm what may be written all the same, or discard this.",
  discard: "Discard",
  planForOthers: "Somebody who may replay deliveries has to start it.",
  planGoes: "A plan that nobody starts goes after a day.",
  progressTitle: "Progress",
  progressText: (ended: string, total: string) => `${ended} of ${total} through`,
  failures: (written: string) => `${written} failed`,
  unknowns: (written: string) => `${written} unknown`,
  replayFailed: (written: string) => `Replay the failed ones (${written})`,
  listTitle: "Its deliveries",
  listTable: "Deliveries of this replay",
  listPaging: "Pages of the deliveries of this replay",
  listNext: "Next",
  listFirst: "First",
  listLoadFailed: "Its deliveries could not be loaded",
  listEmptyTitle: "None here",
  listEmpty: "None of its deliveries stands there.",
  listFilter: "Filter by state",
  listAll: "All",
  time: "Received",
  webhook: "Webhook",
  before: "Before",
  now: "This replay",
  happened: "What happened",
  openDelivery: (time: string) => `Delivery of ${time}`,
  was: "Before:",
  batchedStates,
  prospects,
  succeededNow: "The record is in iMIS.",
  underWayNow: "Its action is running.",
};
