-- Who adds thousands of records at once has their number counted, so that the next question has a plan that fits.
grant maintain on procedure, procedure_revision to motcua_app;
