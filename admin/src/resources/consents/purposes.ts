import type { ConsentPurpose } from '../../providers/types';

export const consentPurposes: ConsentPurpose[] = ['PHOTO', 'ZALO_CONTACT', 'TESTIMONIAL'];
