import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { becomeMe } from '../providers/me';
import type { Me } from '../providers/types';

interface CameFrom {
  nextPathname?: string;
  nextSearch?: string;
}

/** Goes in as this person: to the page that was asked for, or to the sign-in page's next step. */
export function useEntering(): (me: Me) => Promise<void> {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { state } = useLocation() as { state: CameFrom | null };
  return useCallback(
    async (me: Me) => {
      await becomeMe(queryClient, me);
      const wanted = `${state?.nextPathname ?? '/'}${state?.nextSearch ?? ''}`;
      await navigate(me.state === 'SIGNED_IN' ? wanted : '/login', { replace: true, state });
    },
    [queryClient, navigate, state],
  );
}
