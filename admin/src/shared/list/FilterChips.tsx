import ArrowDropDown from '@mui/icons-material/ArrowDropDown';
import SearchOutlined from '@mui/icons-material/SearchOutlined';
import { Chip, InputAdornment, Menu, MenuItem, TextField } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useFilter } from './useFilter';

/** Folded text search; waits until the typing rests. */
export function SearchBox({ label }: { label: string }) {
  const [value, setValue] = useFilter('search');
  const shown = typeof value === 'string' ? value : '';
  const [text, setText] = useState(shown);
  // What this box wrote to the address and has not yet seen come back.
  const written = useRef<string[]>([]);
  const write = useRef(setValue);
  useEffect(() => {
    write.current = setValue;
  });
  useEffect(() => {
    const own = written.current.indexOf(shown);
    written.current.splice(0, own + 1);
    // Only what somebody else wrote replaces the text: our own comes back older than what is being typed.
    if (own < 0) setText(shown);
  }, [shown]);
  useEffect(() => {
    if (text === shown) return undefined;
    const timer = setTimeout(() => {
      written.current.push(text);
      write.current(text);
    }, 350);
    return () => clearTimeout(timer);
  }, [text, shown]);
  return (
    <TextField
      value={text}
      onChange={(event) => setText(event.target.value)}
      placeholder={label}
      margin="none"
      sx={{ width: { xs: '100%', sm: 260 } }}
      slotProps={{
        htmlInput: { 'aria-label': label, type: 'search' },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchOutlined fontSize="small" />
            </InputAdornment>
          ),
        },
      }}
    />
  );
}

interface Choice {
  /** What goes into the filter: a scalar or an operator object. */
  value: unknown;
  label: string;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** A filter as a chip: it names itself while idle and its choice while it filters. */
export function ChoiceChip({ source, label, choices }: { source: string; label: string; choices: Choice[] }) {
  const translate = useTranslate();
  const [value, setValue] = useFilter(source);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const chosen = choices.find((choice) => same(choice.value, value));
  const choose = (next: unknown) => {
    setAnchor(null);
    setValue(next);
  };
  return (
    <>
      <Chip
        label={chosen ? `${label}: ${chosen.label}` : label}
        variant="outlined"
        color={chosen ? 'primary' : 'default'}
        clickable
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        onDelete={
          chosen
            ? () => choose(undefined)
            : (event: { currentTarget: HTMLElement }) => setAnchor(event.currentTarget.parentElement)
        }
        deleteIcon={chosen ? undefined : <ArrowDropDown />}
        sx={(theme) => ({ bgcolor: chosen ? theme.tokens.accentWash : 'background.paper' })}
      />
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ paper: { sx: { maxHeight: 420 } } }}
      >
        <MenuItem selected={!chosen} onClick={() => choose(undefined)}>
          {translate('app.list.all')}
        </MenuItem>
        {choices.map((choice) => (
          <MenuItem
            key={choice.label}
            selected={same(choice.value, value)}
            onClick={() => choose(choice.value)}
          >
            {choice.label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
