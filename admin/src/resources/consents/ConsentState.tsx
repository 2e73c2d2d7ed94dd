import { useTranslate } from 'react-admin';
import type { Consent } from '../../providers/types';
import { formatDate } from '../../shared/format';
import { StatusWord } from '../../shared/Status';

/** ● in force, ○ withdrawn, each with its day. */
export function ConsentState({ consent }: { consent: Consent }) {
  const translate = useTranslate();
  return consent.withdrawnAt ? (
    <StatusWord
      status="NO_DATA"
      text={translate('app.consent.withdrawnOn', { date: formatDate(consent.withdrawnAt) })}
    />
  ) : (
    <StatusWord status="MET" text={translate('app.consent.inForce')} />
  );
}
