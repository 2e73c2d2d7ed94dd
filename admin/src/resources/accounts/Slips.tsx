import { Box } from '@mui/material';
import { memo } from 'react';
import { useTranslate } from 'react-admin';
import { QrCode } from '../../access/QrCode';
import type { IssuedLink } from '../../providers/types';
import { formatDateTime } from '../../shared/format';
import { PrintSheet } from '../../shared/PrintSheet';
import { useCommuneName } from '../../shared/useCommuneName';
import { addressOf } from './links';

const perPage = 4;

const inPages = (links: IssuedLink[]): IssuedLink[][] =>
  Array.from({ length: Math.ceil(links.length / perPage) }, (_, page) =>
    links.slice(page * perPage, (page + 1) * perPage),
  );

/** Four cards of A6 on each A4 page, to be cut along the dashes. */
export function SlipSheet({ links }: { links: IssuedLink[] }) {
  const commune = useCommuneName();
  return (
    <PrintSheet margin="0">
      {inPages(links).map((page) => (
        <Box
          key={page[0]?.path}
          sx={{
            display: 'grid',
            gridTemplateColumns: '105mm 105mm',
            gridAutoRows: '148mm',
            '&:not(:last-of-type)': { breakAfter: 'page' },
          }}
        >
          {page.map((link) => (
            <Slip key={link.path} link={link} commune={commune} />
          ))}
        </Box>
      ))}
    </PrintSheet>
  );
}

const Slip = memo(function Slip({ link, commune }: { link: IssuedLink; commune: string }) {
  const translate = useTranslate();
  const { person, login } = link.account;
  return (
    <Box
      sx={{
        boxSizing: 'border-box',
        p: '9mm',
        outline: '1px dashed #999',
        outlineOffset: '-0.5px',
        overflow: 'hidden',
        display: 'flex',
        flexDirection: 'column',
        fontSize: '10.5pt',
        lineHeight: 1.4,
      }}
    >
      <Box sx={{ fontSize: '9.5pt', color: '#444' }}>{translate('app.slip.from', { commune })}</Box>
      <Box sx={{ fontSize: '16pt', fontWeight: 600, lineHeight: 1.25, mt: '2mm', overflowWrap: 'anywhere' }}>
        {person.fullName}
      </Box>
      <Box sx={{ mt: '1mm' }}>
        {translate('ra.auth.username')}: <strong>{login}</strong>
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'center', my: '3mm' }}>
        <QrCode
          text={addressOf(link)}
          label={translate('app.slip.qr', { name: person.fullName })}
          size="54mm"
        />
      </Box>
      <Box component="ol" sx={{ m: 0, pl: '5mm' }}>
        <li>{translate('app.slip.step1')}</li>
        <li>{translate('app.slip.step2')}</li>
        <li>{translate('app.slip.step3')}</li>
      </Box>
      <Box sx={{ mt: '2mm', overflowWrap: 'anywhere' }}>
        {translate('app.slip.later', { address: window.location.host })}
      </Box>
      <Box sx={{ mt: 'auto', fontSize: '9.5pt', borderTop: '0.5pt solid #999', pt: '2mm' }}>
        {translate('app.slip.until', { at: formatDateTime(link.expiresAt) })}{' '}
        {translate('app.slip.keepToYourself')}
      </Box>
    </Box>
  );
});
