import ArrowDropDown from '@mui/icons-material/ArrowDropDown';
import { Autocomplete, Chip, Popover, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { fold } from '../fold';
import { useFilter } from './useFilter';

export interface Pickable {
  id: string;
  label: string;
}

interface PickChipProps {
  source: string;
  label: string;
  options: Pickable[];
  /** The words of what is chosen, where it need not be among the options. */
  chosenLabel?: string;
  /** Given when the server searches; otherwise the options are searched here, with or without diacritics. */
  onSearch?: (text: string) => void;
  isLoading?: boolean;
  /** In place of "none found", while nothing was asked. */
  hint?: string;
  /** What the filter holds for an option; its id unless told. */
  toFilter?: (id: string) => unknown;
}

/** A filter chip over many choices: a few letters find the one. */
export function PickChip(props: PickChipProps) {
  const { source, label, options, chosenLabel, onSearch, isLoading, hint, toFilter = (id) => id } = props;
  const translate = useTranslate();
  const [value, setValue] = useFilter(source);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const isSet = value !== undefined;
  const found = options.find((option) => JSON.stringify(toFilter(option.id)) === JSON.stringify(value));
  const shown = found?.label ?? chosenLabel ?? '…';
  const choose = (next: Pickable | null) => {
    setAnchor(null);
    if (next) setValue(toFilter(next.id));
  };
  return (
    <>
      <Chip
        label={isSet ? `${label}: ${shown}` : label}
        variant="outlined"
        color={isSet ? 'primary' : 'default'}
        clickable
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
        onDelete={
          isSet
            ? () => setValue(undefined)
            : (event: { currentTarget: HTMLElement }) => setAnchor(event.currentTarget.parentElement)
        }
        deleteIcon={isSet ? undefined : <ArrowDropDown />}
        sx={(theme) => ({ maxWidth: '100%', bgcolor: isSet ? theme.tokens.accentWash : 'background.paper' })}
      />
      <Popover
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { sx: { p: 1.5, width: 320, maxWidth: 'calc(100vw - 32px)' } } }}
      >
        <Autocomplete
          options={options}
          loading={isLoading}
          open
          disablePortal
          value={null}
          getOptionKey={(option) => option.id}
          filterOptions={(all, { inputValue }) =>
            onSearch ? all : all.filter((option) => fold(option.label).includes(fold(inputValue)))
          }
          noOptionsText={hint ?? translate('app.list.noneFound')}
          loadingText={translate('ra.page.loading')}
          onInputChange={(_event, text) => onSearch?.(text)}
          onChange={(_event, option) => choose(option)}
          renderInput={(params) => <TextField {...params} autoFocus margin="none" label={label} />}
          slotProps={{
            popper: {
              sx: { position: 'static !important', transform: 'none !important', width: '100% !important' },
            },
            paper: { sx: { border: 0, mt: 0.5 } },
            listbox: { sx: { maxHeight: 300, p: 0 } },
          }}
        />
      </Popover>
    </>
  );
}
