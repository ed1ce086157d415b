import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ApiProblem } from "../api/problem";

/** Something that is done to one of many, after asking. */
export function useConfirmed<Subject>(
  act: (subject: Subject) => Promise<unknown>,
  onDone?: (subject: Subject) => unknown,
) {
  const [isAsking, setIsAsking] = useState(false);
  // Stays when the question closes: the text must not go before its dialog has.
  const [subject, setSubject] = useState<Subject>();
  const mutation = useMutation<unknown, ApiProblem, Subject>({
    mutationFn: act,
    onSuccess: async (_, done) => {
      await onDone?.(done);
      setIsAsking(false);
    },
  });
  return {
    subject,
    ask: (about: Subject) => {
      mutation.reset();
      setSubject(about);
      setIsAsking(true);
    },
    dialog: {
      isOpen: isAsking,
      error: mutation.error,
      isPending: mutation.isPending,
      onConfirm: () => mutation.mutate(subject as Subject),
      onClose: () => setIsAsking(false),
    },
  };
}
