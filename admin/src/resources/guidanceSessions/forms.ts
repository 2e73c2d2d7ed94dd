export const guidanceForms = ['VILLAGE_MEETING', 'GROUP', 'SERVICE_COUNTER', 'LOUDSPEAKER'];
