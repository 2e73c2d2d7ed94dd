/** The GraphQL IDE is the one page that people reach by its address: developers of the city, and curious officers. */
import { expect } from '@jest/globals';
import { eventually, journeys } from './kit/index.js';

const journey = journeys();

journey('the query page asks nobody else, and answers the scoreboard to who is signed in', async (stage) => {
  const officer = await stage.worksAs('vanhoa');
  await officer.page.goto('/ide/');
  await eventually(async () => expect(await officer.everything()).toContain('scoreboard'));
  await officer.tap('button', /Gửi|Send|Chạy/);
  await eventually(async () => {
    const answer = await officer.everything();
    expect(answer).toContain('HOUSEHOLD_SKILLS');
    expect(answer).toContain('Kế hoạch Hoạt động Tổ công nghệ số cộng đồng');
  });
});
