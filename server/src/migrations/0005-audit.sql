-- The history: sealed in a chain, searched, and who read which list.
select 1;
