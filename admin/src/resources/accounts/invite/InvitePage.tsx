import { Box, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { useDocumentTitle } from '../../../shared/useDocumentTitle';
import { InvitedLinks } from './InvitedLinks';
import { InviteList } from './InviteList';
import { InviteStart } from './InviteStart';
import { useInvitations } from './useInvitations';

/** Inviting one person or three hundred: a list is made, put right in place, then sent; what comes back is handed over. */
export function InvitePage() {
  const translate = useTranslate();
  const title = translate('app.invite.title');
  useDocumentTitle(title);
  const invitations = useInvitations();
  const [isTyping, setTyping] = useState(false);
  const { drafts, links } = invitations;
  useEffect(() => {
    // The button that invited stood at the end of the list; what it brought stands at the top.
    if (links.length > 0) window.scrollTo(0, 0);
  }, [links.length]);
  return (
    <Box sx={{ maxWidth: 1040 }}>
      <Typography variant="h1">{title}</Typography>
      <Typography sx={{ color: 'text.secondary', mb: 2.5 }}>{translate('app.invite.teach')}</Typography>
      <Box sx={{ display: 'grid', gap: 2 }}>
        {links.length > 0 && <InvitedLinks links={links} />}
        {(drafts.length > 0 || isTyping) && (
          <InviteList invitations={invitations} isTyping={isTyping} setTyping={setTyping} />
        )}
        {drafts.length === 0 && !isTyping && (
          <InviteStart read={invitations.read} onType={() => setTyping(true)} isAgain={links.length > 0} />
        )}
      </Box>
    </Box>
  );
}
