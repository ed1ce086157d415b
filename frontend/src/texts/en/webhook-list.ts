const deliveries = (count: number) => (count === 1 ? "1 delivery" : `${count} deliveries`);

const pauseText =
  "While it is paused, its senders are answered 404, and what they send is not kept. Resume it at any time.";

/** The list of webhooks: what it shows of each, and what can be done with it. */
export const webhookList = {
  emptyText:
    "A webhook is a URL that you hand out: what a third party posts to it becomes a record in iMIS.",
  emptyAsk: "Somebody whose role is Editor or above can add one.",
  emptyAction: "Add the first webhook",
  asFile: "Download as YAML",
  lastDelivery: "Last delivery",
  lastDay: "Last 24 hours",
  actions: "Actions",
  needsAttention: "Needs attention",
  driftHint: "Its panel has changed in iMIS.",
  justNow: "Just now",
  noDelivery: "None in 31 days",
  lastDeliveryOf: (name: string, when: string) => `${when}: last delivery of ${name}`,
  activityFailed: "What arrived lately could not be loaded.",
  notAvailable: "Not available",
  none: "None",
  deliveries,
  /** What arrived in 24 hours or in one: they are put in a row. */
  counts: {
    succeeded: (count: number) => `${count} succeeded`,
    rejected: (count: number) => `${count} rejected`,
    failed: (count: number) => `${count} failed`,
    unknown: (count: number) => `${count} unknown`,
    underWay: (count: number) => `${count} under way`,
  },
  inLastDay: (parts: string) => `Last 24 hours: ${parts}`,
  nothing: "no deliveries",
  filters: "Search and sort webhooks",
  searchHint: "Name, action or URL",
  sort: "Sort by",
  sortBy: {
    name: "Sort by name",
    status: "Sort by status",
    lastDelivery: "Sort by last delivery",
  },
  countOf: (shown: number, all: number) =>
    all === 1 ? `${shown} of 1 webhook` : `${shown} of ${all} webhooks`,
  noMatchTitle: "No webhook fits this search",
  noMatchText: "Look for a part of its name, its action or its URL.",
  edit: (name: string) => `Edit ${name}`,
  more: (name: string) => `More actions for ${name}`,
  seeDeliveries: "See deliveries",
  senders: "Who may send, and URL",
  duplicate: "Duplicate",
  copyOf: (name: string) => `Copy of ${name}`,
  duplicated: (name: string) => `${name} is added, paused.`,
  duplicateFailed: (name: string) => `${name} was not duplicated`,
  pause: "Pause",
  resume: "Resume",
  paused: (name: string) => `${name} is paused. Its URL answers 404.`,
  resumed: (name: string) => `${name} is active again.`,
  pauseFailed: (name: string) => `${name} was not paused`,
  resumeFailed: (name: string) => `${name} was not resumed`,
  pauseTitle: (name: string) => `Pause ${name}?`,
  pauseText,
  pauseTextBusy: (count: number) =>
    `${deliveries(count)} arrived in the last 24 hours. ${pauseText}`,
  pauseSubmit: "Pause webhook",
  delete: "Delete",
  deleteTitle: (name: string) => `Delete ${name}?`,
  deleteText:
    "Its URL answers 404 at once, to everybody who posts to it. This cannot be taken back: a new webhook gets another URL.",
  deleteKeeps: "Its deliveries and versions stay for the audit.",
  deleteSubmit: "Delete webhook",
  deleted: (name: string) => `${name} is deleted. Its URL answers 404.`,
};
