/** Of how long deliveries are kept. */
export const retention = {
  title: "Keeping deliveries",
  text: "How long what arrived can be looked at, searched, exported and replayed.",
  loadFailed: "How long deliveries are kept could not be loaded",
  kept: (bytes: string) => `Kept now: bodies of ${bytes} in all.`,
  days: (days: number) => (days === 1 ? "1 day" : `${days} days`),
  longest: (days: number) => `As long as this installation keeps any: ${days} days`,
  label: "Deliveries are kept for",
  unit: "Days",
  hint: (most: number) =>
    `1 to ${most}. Leave it empty for as long as this installation keeps any.`,
  outOfRange: (most: number) => `Choose from 1 to ${most} days.`,
  confirmTitle: (days: number) =>
    days === 1 ? "Keep deliveries for 1 day only?" : `Keep deliveries for ${days} days only?`,
  confirmText: (days: number) =>
    `Every delivery older than ${days === 1 ? "1 day" : `${days} days`} is deleted for good: its payload, its headers, what was sent to iMIS and what came back. It cannot be searched, exported or replayed any more. Records in iMIS stay as they are.`,
  confirmCount: (deliveries: string) => `To be deleted: ${deliveries}.`,
  confirmWhen: "It begins within hours, and goes on from then on. Export what you need first.",
  confirm: "Delete older deliveries",
};
