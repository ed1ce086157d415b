import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type ApiProblem, asProblem } from "../api/problem";

interface ApiFormOptions<Field extends string, Answer> {
  /** Each field by its `name`, and what to say if it is left empty; undefined if it may be. */
  fields: Record<Field, string | undefined>;
  /** What else is wrong with which field, before anything is sent. */
  check?: (values: Record<Field, string>) => Partial<Record<Field, string>>;
  send: (values: Record<Field, string>) => Promise<Answer>;
  onDone?: (answer: Answer, values: Record<Field, string>) => unknown;
  onProblem?: (problem: ApiProblem, form: HTMLFormElement | null) => void;
  /** For a page that is about the form: the keyboard starts in its first field. */
  takesFocus?: boolean;
}

type Errors<Field extends string> = Partial<Record<Field, string>>;

/**
 * A form that is sent to the API. What is wrong with a field is shown there, whoever found it, and
 * the first such field gets the keyboard.
 */
export function useApiForm<Field extends string, Answer>({
  fields,
  check,
  send,
  onDone,
  onProblem,
  takesFocus = false,
}: ApiFormOptions<Field, Answer>) {
  const ref = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<Errors<Field>>({});
  const names = Object.keys(fields) as Field[];
  const mutation = useMutation<Answer, ApiProblem, Record<Field, string>>({
    mutationFn: send,
    onSuccess: (answer, values) => onDone?.(answer, values),
    onError: (error) => {
      const problem = asProblem(error);
      complain(errorsAt(names, problem));
      onProblem?.(problem, ref.current);
    },
  });

  useEffect(() => {
    if (takesFocus) {
      ref.current
        ?.querySelector<HTMLInputElement>("input:not([type=hidden]):not([readonly])")
        ?.focus();
    }
  }, [takesFocus]);

  // The fields must say that they are invalid before the first one that does can be found.
  const complain = (found: Errors<Field>) => {
    flushSync(() => setErrors(found));
    ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  };

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = valuesOf(names, event.currentTarget);
    const missing = names.filter(
      (name) => fields[name] !== undefined && values[name].trim() === "",
    );
    const found: Errors<Field> = {
      ...check?.(values),
      ...(Object.fromEntries(missing.map((name) => [name, fields[name]])) as Errors<Field>),
    };
    complain(found);
    if (Object.keys(found).length === 0) {
      mutation.mutate(values);
    }
  };

  const onInput = (event: FormEvent<HTMLFormElement>) => {
    const { name } = event.target as HTMLInputElement;
    if (name in errors) {
      setErrors({ ...errors, [name]: undefined });
    }
  };

  const { error } = mutation;
  return {
    props: { ref, onSubmit, onInput, noValidate: true },
    errors,
    /** What is wrong with no field in particular. */
    problem: error !== null && Object.keys(errorsAt(names, error)).length === 0 ? error : null,
    isSending: mutation.isPending,
    isDone: mutation.isSuccess,
    /** Takes back what the last answer was. */
    reset: mutation.reset,
  };
}

function errorsAt<Field extends string>(names: Field[], problem: ApiProblem): Errors<Field> {
  const found: Errors<Field> = {};
  for (const { pointer, detail } of asProblem(problem).errors) {
    const name = names.find((each) => pointer === `/${each}`);
    if (name !== undefined) {
      found[name] ??= detail;
    }
  }
  return found;
}

function valuesOf<Field extends string>(names: Field[], form: HTMLFormElement) {
  const data = new FormData(form);
  return Object.fromEntries(names.map((name) => [name, String(data.get(name) ?? "")])) as Record<
    Field,
    string
  >;
}
