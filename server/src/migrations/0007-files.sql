-- Files that come in and go out.
select 1;
