import { z } from 'zod';
import { defineEvent } from '../../kernel/index.js';

const incident = { incidentId: z.uuid() };

export const IncidentRecorded = defineEvent(
  'IncidentRecorded',
  z.object({ ...incident, severity: z.string() }),
);
export const IncidentChanged = defineEvent(
  'IncidentChanged',
  z.object({ ...incident, fields: z.array(z.string()) }),
);
export const IncidentReported = defineEvent('IncidentReported', z.object({ ...incident, late: z.boolean() }));
export const IncidentClosed = defineEvent('IncidentClosed', z.object(incident));
