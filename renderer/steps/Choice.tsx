import { ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';

/** One of several, by name. `choices` gives each value its name, in the order of the list. */
export function Choice<Value extends string>(props: {
  label: string;
  value: Value;
  choices: Readonly<Record<Value, string>>;
  onChange: (value: Value) => void;
}) {
  const { label, value, choices, onChange } = props;
  const values = Object.keys(choices) as Value[];
  return (
    <Select
      className="choice"
      value={value}
      onChange={(key) => {
        const chosen = values.find((candidate) => candidate === key);
        if (chosen) onChange(chosen);
      }}
    >
      <Label>{label}</Label>
      <Button className="button">
        <SelectValue />
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="popover">
        <ListBox className="menu">
          {values.map((candidate) => (
            <ListBoxItem key={candidate} id={candidate} className="menu-item">
              {choices[candidate]}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
