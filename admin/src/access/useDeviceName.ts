import { useTranslate } from 'react-admin';

/** "Chrome trên Windows", from the server's "Chrome · Windows". */
export function useDeviceName(): (device: string) => string {
  const translate = useTranslate();
  return (device) => {
    const [browser, system] = device.split(' · ');
    if (browser && system) return translate('app.device.on', { browser, system });
    return device === '?' ? translate('app.device.unknown') : device;
  };
}
