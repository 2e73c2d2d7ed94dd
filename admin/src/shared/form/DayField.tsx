import { Box, TextField } from '@mui/material';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { formatDate } from '../format';
import { FieldProblem } from './FieldProblem';
import { parseDay, parseTime } from './day';

interface TypedFieldProps {
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
  helperText?: ReactNode;
  error?: boolean;
  required?: boolean;
}

interface Typing {
  placeholder: string;
  wrongKey: string;
  show: (value: string | null) => string;
  parse: (text: string) => string | null;
}

const asDay: Typing = {
  placeholder: 'app.form.dayPattern',
  wrongKey: 'app.form.wrongDay',
  show: formatDate,
  parse: parseDay,
};
const asTime: Typing = {
  placeholder: 'app.form.timePattern',
  wrongKey: 'app.form.wrongTime',
  show: (time) => time ?? '',
  parse: parseTime,
};

/** Holds what is being typed; the value follows once it can be read. */
function TypedField({
  typing,
  label,
  value,
  onChange,
  helperText,
  error,
  required,
}: TypedFieldProps & { typing: Typing }) {
  const translate = useTranslate();
  const { show, parse } = typing;
  const [text, setText] = useState(() => show(value));
  useEffect(() => {
    setText((typed) => (parse(typed) === value ? typed : show(value)));
  }, [value, parse, show]);
  const isWrong = text.trim() !== '' && parse(text) === null;
  return (
    <TextField
      label={label}
      value={text}
      required={required}
      placeholder={translate(typing.placeholder)}
      error={error || isWrong}
      helperText={isWrong ? translate(typing.wrongKey) : helperText}
      onChange={(event) => {
        setText(event.target.value);
        const read = parse(event.target.value);
        if (read !== null || event.target.value.trim() === '') onChange(read);
      }}
      onBlur={() => !isWrong && setText(show(value))}
      slotProps={{ inputLabel: { shrink: true }, htmlInput: { inputMode: 'numeric', autoComplete: 'off' } }}
    />
  );
}

/** A day as "01/12/2025"; its value is a local date. */
export function DayField(props: TypedFieldProps) {
  return <TypedField {...props} typing={asDay} />;
}

interface MomentFieldProps {
  label: string;
  /** "2025-12-01T08:00", the clock on the wall in Việt Nam. */
  value: string;
  onChange: (value: string) => void;
  /** Why this moment was refused. */
  problem?: string;
}

/** A day and a time side by side. */
export function MomentField({ label, value, onChange, problem }: MomentFieldProps) {
  const translate = useTranslate();
  const [day = '', time = ''] = value.split('T');
  return (
    <>
      <Box sx={{ display: 'grid', gridTemplateColumns: '170px 110px', columnGap: 1 }}>
        <TypedField
          typing={asDay}
          label={label}
          value={day}
          error={Boolean(problem)}
          onChange={(next) => next && onChange(`${next}T${time}`)}
        />
        <TypedField
          typing={asTime}
          label={translate('app.form.time')}
          value={time}
          error={Boolean(problem)}
          onChange={(next) => next && onChange(`${day}T${next}`)}
        />
      </Box>
      <FieldProblem text={problem} />
    </>
  );
}
