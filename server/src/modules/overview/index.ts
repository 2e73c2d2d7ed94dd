// What looks at everything: the dashboard's scoreboard.
export { SCOREBOARD_SQL } from './scoreboard.sql.js';
export { ScoreboardResolver } from './scoreboard.resolver.js';
