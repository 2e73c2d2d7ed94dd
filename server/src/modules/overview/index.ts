// What looks at everything: the dashboard's scoreboard.
export { ScoreboardResolver } from './scoreboard.resolver.js';
