import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ApiProblem } from "../api/problem";

/** Something that is done to one of many, after asking. While it is done, nothing else is asked. */
export function useConfirmed<Subject, Answer = unknown>(
  act: (subject: Subject) => Promise<Answer>,
  onDone?: (subject: Subject, answer: Answer) => unknown,
) {
  const [isAsking, setIsAsking] = useState(false);
  // Stays when the question closes: the text must not go before its dialog has.
  const [subject, setSubject] = useState<Subject>();
  const mutation = useMutation<Answer, ApiProblem, Subject>({
    mutationFn: act,
    onSuccess: async (answer, done) => {
      await onDone?.(done, answer);
      setIsAsking(false);
    },
  });
  const unlessPending = (change: () => void) => () => {
    if (!mutation.isPending) {
      change();
    }
  };
  return {
    subject,
    ask: (about: Subject) =>
      unlessPending(() => {
        mutation.reset();
        setSubject(about);
        setIsAsking(true);
      })(),
    dialog: {
      isOpen: isAsking,
      error: mutation.error,
      isPending: mutation.isPending,
      onConfirm: unlessPending(() => mutation.mutate(subject as Subject)),
      onClose: unlessPending(() => setIsAsking(false)),
    },
  };
}
