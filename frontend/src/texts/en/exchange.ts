/** Of what an attempt exchanged with iMIS. */
export const exchange = {
  notAsked: {
    signIn: "iMIS took no record: signing in failed",
    unreachable: "iMIS was not reached",
    notAllowed: "iMIS was not called: its address is not allowed",
    busy: "iMIS was not called: too many calls were under way",
    contact: "No record was sent",
    other: "iMIS was not asked",
  },
  unheard: "No answer is known",
  foundInstead: "Found in iMIS, nothing was sent",
  found: "The record was found in iMIS by the delivery’s ID, so nothing was sent.",
  notStored:
    "••• stands for what might tell a property that is never stored: it was not kept, and cannot be revealed.",
  meant: "Meant for iMIS, not sent",
  copyMeant: "Copy what was meant for iMIS",
  owner: "Contact",
  showJson: "Show as JSON",
  showTable: "Show as table",
  hints: {
    noContact: (id: string) =>
      `No contact in iMIS has the ID ${id}. The sender gave an ID that iMIS does not know, or the mapping takes the wrong property for it.`,
  },
};
