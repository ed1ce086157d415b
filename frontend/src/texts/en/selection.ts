const counted = (count: number, written: string) =>
  count === 1 ? "1 delivery" : `${written} deliveries`;

/** Of choosing deliveries in their list, and of asking for what is chosen to be replayed together. */
export const selection = {
  /** Names the column; on a narrow screen it stands above the list. */
  all: "All on this page",
  one: (time: string, webhook: string) => `Select the delivery of ${time}, ${webhook}`,
  region: "Selected deliveries",
  selected: (count: number, written: string) => `${counted(count, written)} selected`,
  replaySelected: (written: string) => `Replay selected (${written})`,
  tooMany: (most: string) =>
    `At most ${most} can be selected to be replayed together. Narrow the list with filters instead, and replay all that they show.`,
  clear: "Clear",
  pageSelected: "All deliveries of this page are selected.",
  takeAll: "Replay all that these filters show",
  menu: "Replays",
  seeAll: "See all replays",
  titleSelected: (count: number, written: string) => `Replay ${counted(count, written)}`,
  titleAll: "Replay all that these filters show",
  intro:
    "Nothing is sent yet. First Inlet looks at each delivery and tells what would happen; then you start it or discard it.",
  about: (deliveries: string) => `${deliveries} now fit these filters.`,
  unfiltered:
    "No filter narrows the list: these are all deliveries that are kept, whatever became of them.",
  versions: "Which version handles them",
  asNow: "As their webhooks are now",
  asNowText: "Each with the present version of its webhook, with what was changed since.",
  asThen: "As it was then",
  asThenText: "Each with the version that took it: its schema and its mapping.",
  plan: "See what would happen",
  planning: "Looking at each delivery. With thousands of them this takes a while.",
};
