import { defineActions } from '../../kernel/index.js';

defineActions({ 'flag:read': 'See lag flags, with their evidence' });
