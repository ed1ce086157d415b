import { Stack, Textarea } from "@mantine/core";
import type { DeliveryResponse, MaskedDelivery } from "../../api/schema";
import { Expandable } from "../../components/expandable";
import { FormFoot } from "../../components/form-foot";
import { ProblemAlert } from "../../components/problem-alert";
import { Section } from "../../components/section";
import { useApiForm } from "../../components/use-api-form";
import * as pageTexts from "../../texts/page-texts";
import { revealDelivery } from "./queries";
import classes from "./reveal.module.css";

interface RevealProps {
  delivery: MaskedDelivery;
  onRevealed: (delivery: DeliveryResponse) => void;
}

/** Says that a delivery is masked, and shows it to whoever says why they need to see it. */
export function Reveal({ delivery, onRevealed }: RevealProps) {
  return (
    <Section title={pageTexts.support.maskedTitle}>
      <div className={classes.card}>
        <Expandable
          summary={<p className={classes.text}>{pageTexts.support.maskedText}</p>}
          open={pageTexts.support.reveal}
        >
          {(close) => (
            <RevealForm delivery={delivery} onRevealed={onRevealed} onCancel={() => close()} />
          )}
        </Expandable>
      </div>
    </Section>
  );
}

function RevealForm({
  delivery: { organizationId, organizationName, id },
  onRevealed,
  onCancel,
}: RevealProps & { onCancel: () => void }) {
  const form = useApiForm({
    fields: { reason: pageTexts.support.revealReasonMissing },
    check: ({ reason }) => {
      const { length } = inOneLine(reason);
      return length < 10 || length > 500 ? { reason: pageTexts.support.revealReasonLength } : {};
    },
    send: ({ reason }) => revealDelivery(organizationId, id, inOneLine(reason)),
    onDone: onRevealed,
  });
  return (
    <form {...form.props}>
      <Stack gap="md">
        <Textarea
          name="reason"
          label={pageTexts.support.revealReason}
          description={pageTexts.support.revealHint(organizationName)}
          rows={3}
          error={form.errors.reason}
          ref={focus}
        />
        {form.problem !== null && <ProblemAlert error={form.problem} />}
        <FormFoot
          submit={pageTexts.support.revealSubmit}
          isSending={form.isSending}
          onCancel={onCancel}
        />
      </Stack>
    </form>
  );
}

function inOneLine(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}

function focus(element: HTMLElement | null) {
  element?.focus();
}
