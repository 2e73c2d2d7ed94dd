import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { CodeStep } from '../access/CodeStep';
import { DoorFrame } from '../access/DoorFrame';
import { FactorSetup } from '../access/FactorSetup';
import { SignInForm } from '../access/SignInForm';
import { useEntering } from '../access/useEntering';
import { signOutMutation } from '../providers/accessDocuments';
import { mutate } from '../providers/client';
import { forgetMe, getMe, rememberMe } from '../providers/me';
import type { Me } from '../providers/types';

/** One question a page: the name and password, then whatever the account still wants. A reload goes on where it stood. */
export function LoginPage() {
  const translate = useTranslate();
  const enter = useEntering();
  const [me, setMe] = useState<Me | null>(null);

  const arrive = (found: Me) => {
    if (found.state === 'SIGNED_IN') return void enter(found);
    rememberMe(found);
    setMe(found);
  };
  const leave = () => {
    void mutate(signOutMutation)
      .catch(() => undefined)
      .finally(() => {
        forgetMe();
        setMe(null);
      });
  };
  useEffect(() => {
    let isHere = true;
    const resume = async () => {
      const found = await getMe();
      if (!isHere) return;
      if (found.state === 'SIGNED_IN') await enter(found);
      else setMe(found);
    };
    // Unanswered, the page asks for the name and password, and says so when that is not answered either.
    resume().catch(() => undefined);
    return () => {
      isHere = false;
    };
  }, [enter]);

  switch (me?.state) {
    case 'NEEDS_CODE':
      return <CodeStep onDone={arrive} onLeave={leave} />;
    case 'NEEDS_FACTOR':
      return (
        <DoorFrame
          isWide
          title={translate('app.factor.setUpTitle')}
          teach={translate('app.factor.requiredTeach')}
        >
          <FactorSetup
            doneLabel={translate('app.factor.goOn')}
            onDone={arrive}
            leave={{ label: translate('app.door.otherAccount'), act: leave }}
          />
        </DoorFrame>
      );
    default:
      return <SignInForm onDone={arrive} />;
  }
}
