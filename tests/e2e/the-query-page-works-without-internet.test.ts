/** The GraphQL IDE is the one page that people reach by its address: developers of the city, and curious officers. */
import { expect } from '@jest/globals';
import { eventually, journeys, refusal } from './kit/index.js';

const journey = journeys();

/** Altair tries each piece of a long answer as a whole one, and says so when it is not. */
const halfRead = /Could not parse JSON\. Using default instead\..*\/ide\//;

journey('the query page asks nobody else, and answers the scoreboard to who is signed in', async (stage) => {
  stage.forgives(halfRead);
  const officer = await stage.worksAs('vanhoa');
  await officer.page.goto('/ide/');
  await officer.page.getByText('scoreboard', { exact: true }).click();
  await eventually(async () => expect(await officer.everything()).toContain('query Scoreboard'));
  await officer.page.getByText('Gửi', { exact: true }).click();
  await eventually(async () => {
    const answer = await officer.everything();
    expect(answer).toContain('"Kế hoạch Hoạt động Tổ công nghệ số cộng đồng trên địa bàn');
    expect(answer).toContain('"HOUSEHOLD_SKILLS"');
  });
});

journey('the query page answers a stranger with a refusal in words', async (stage) => {
  stage.forgives(refusal);
  const stranger = await stage.arrives();
  await stranger.page.goto('/ide/');
  await stranger.page.getByText('scoreboard', { exact: true }).click();
  await eventually(async () => expect(await stranger.everything()).toContain('query Scoreboard'));
  await stranger.page.getByText('Gửi', { exact: true }).click();
  await eventually(async () => expect(await stranger.everything()).toMatch(/"message": ".*đăng nhập/));
});
