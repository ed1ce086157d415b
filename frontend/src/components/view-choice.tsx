import { useId } from "react";
import classes from "./view-choice.module.css";

interface ViewChoiceProps<View extends string> {
  label: string;
  views: readonly { value: View; label: string }[];
  value: View;
  onChange: (view: View) => void;
}

/** In which of a few ways the same is shown. */
export function ViewChoice<View extends string>(props: ViewChoiceProps<View>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={props.label} className={classes.root}>
      {props.views.map(({ value, label }) => (
        <label key={value} className={classes.view}>
          <input
            type="radio"
            className={classes.radio}
            name={name}
            value={value}
            checked={value === props.value}
            onChange={() => props.onChange(value)}
          />
          {label}
        </label>
      ))}
    </div>
  );
}
