// /jobs: bull-board, for those who may watch jobs.
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import type { FastifyInstance } from 'fastify';
import { may } from '../kernel/index.js';
import type { JobQueue } from '../kernel/queue.js';
import { openRequestUnit, type HttpParts } from './unit-of-request.js';

export async function serveBoard(app: FastifyInstance, jobQueue: JobQueue, parts: HttpParts): Promise<void> {
  const adapter = new FastifyAdapter();
  adapter.setBasePath('/jobs');
  createBullBoard({ queues: [new BullMQAdapter(jobQueue.queue as never)], serverAdapter: adapter });
  await app.register(
    async (board) => {
      board.addHook('onRequest', async (request, reply) => {
        const unit = await openRequestUnit(parts, request);
        unit.close();
        if (!may(unit.ctx, 'jobs:watch'))
          await reply.code(403).send({ error: 'Bạn không có quyền xem trang này.' });
      });
      await board.register(adapter.registerPlugin());
    },
    { prefix: '/jobs' },
  );
}
