import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { query } from '../providers/client';
import { topicsQuery } from '../providers/documents';
import type { Topic } from '../providers/types';
import { useFormat } from './useFormat';

/** The plan's topics in its order; they change only with the plan. */
export function useTopics(): Topic[] {
  const { data } = useQuery({
    queryKey: ['topics'],
    queryFn: () => query<{ topics: Topic[] }>(topicsQuery).then((answer) => answer.topics),
    staleTime: Infinity,
  });
  return data ?? [];
}

export function useTopicName(): (code: string) => string {
  const topics = useTopics();
  const { pick } = useFormat();
  return useCallback(
    (code: string) => {
      const topic = topics.find((one) => one.code === code);
      return topic ? pick(topic.nameVi, topic.nameEn) : code;
    },
    [topics, pick],
  );
}
