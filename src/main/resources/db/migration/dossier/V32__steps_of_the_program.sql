-- Steps that a route leaves to the program have a role of their own; when the program looks at such a visit next.
alter table route_token add column next_at timestamptz;
create index route_token_of_the_program on route_token (tenant_id, next_at nulls first)
    where state = 'OPEN' and role = 'by-itself';
