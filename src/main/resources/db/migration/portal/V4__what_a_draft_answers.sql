-- Which request a supplement that was put together answers: when that was made. What was put together for one whose last
-- day has passed can still be read by its owner, and does not get into the answer to a later request.
alter table supplement_draft add column asked_at timestamptz;
