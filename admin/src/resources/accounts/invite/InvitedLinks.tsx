import PrintOutlined from '@mui/icons-material/PrintOutlined';
import { Box, Button, Paper, Typography } from '@mui/material';
import { memo, useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { IssuedLink } from '../../../providers/types';
import { CopyButton } from '../../../shared/CopyButton';
import { formatDateTime } from '../../../shared/format';
import { useLinkMessage } from '../links';
import { SlipSheet } from '../Slips';

/** The links, shown this once: on paper for everybody at a time, or by Zalo one by one. */
export function InvitedLinks({ links }: { links: IssuedLink[] }) {
  const translate = useTranslate();
  const messageOf = useLinkMessage();
  const [isHandedOver, setHandedOver] = useState(false);
  useEffect(() => {
    if (isHandedOver) return undefined;
    // Leaving now would lose three hundred links that nobody has: the browser asks once.
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isHandedOver]);
  const print = () => {
    setHandedOver(true);
    window.print();
  };
  const until = links[0]?.expiresAt;
  return (
    <Paper component="section" sx={{ p: { xs: 2, sm: 2.5 } }}>
      <Typography variant="h2">● {translate('app.invite.done', { smart_count: links.length })}</Typography>
      <Typography sx={{ color: 'text.secondary', mt: 0.5, mb: 2 }}>
        {translate('app.invite.doneTeach', { at: formatDateTime(until) })}
      </Typography>
      <Button variant="contained" startIcon={<PrintOutlined />} onClick={print}>
        {translate('app.slip.print', { smart_count: links.length })}
      </Button>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 2, p: 0 }}>
        {links.map((link) => (
          <LinkLine key={link.path} link={link} messageOf={messageOf} />
        ))}
      </Box>
      <SlipSheet links={links} />
    </Paper>
  );
}

interface LinkLineProps {
  link: IssuedLink;
  messageOf: (link: IssuedLink) => string;
}

const LinkLine = memo(function LinkLine({ link, messageOf }: LinkLineProps) {
  const translate = useTranslate();
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 2,
        py: 0.5,
        borderTop: 1,
        borderColor: 'divider',
        contentVisibility: 'auto',
        containIntrinsicSize: 'auto 48px',
      }}
    >
      <Box sx={{ flex: '1 1 200px', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box component="span" sx={{ fontWeight: 500 }}>
          {link.account.person.fullName}
        </Box>
        <Box component="span" sx={{ color: 'text.secondary', ml: 1.5 }}>
          {link.account.login}
        </Box>
      </Box>
      <CopyButton size="small" label={translate('app.slip.copyZalo')} text={() => messageOf(link)} />
    </Box>
  );
});
