-- Consent, requests, incidents, retention, dated parameters and notes that wait to be settled.
select 1;
