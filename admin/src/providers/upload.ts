/** A file goes in two steps: leave is asked for, then the bytes follow to an address that works once. */
import { HttpError } from 'react-admin';
import { requestUploadMutation } from './accountDocuments';
import { mutate, requestHeaders } from './client';
import { spokenLocale } from './errors';

interface UploadTicket {
  path: string;
  maxBytes: number;
}

interface Refused {
  error?: { messages?: { vi?: string; en?: string } };
}

/** Hands in one file and answers its id. Refuses with the server's words. */
export async function upload(purpose: 'ACCOUNTS_SHEET', file: File): Promise<string> {
  const { requestUpload: ticket } = await mutate<{ requestUpload: UploadTicket }>(requestUploadMutation, {
    purpose,
    fileName: file.name,
    sizeBytes: file.size,
  });
  const response = await fetch(ticket.path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { ...requestHeaders, 'content-type': 'application/octet-stream' },
    body: file,
  }).catch(() => null);
  if (!response) throw new HttpError('app.error.network', 0);
  if (response.ok) return ((await response.json()) as { fileId: string }).fileId;
  const refused = (await response.json().catch(() => ({}))) as Refused;
  throw new HttpError(refused.error?.messages?.[spokenLocale()] ?? 'app.error.internal', response.status);
}
