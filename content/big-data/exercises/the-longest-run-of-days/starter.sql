SELECT learner, practised_on AS first_day, practised_on AS last_day, 1 AS days
FROM practice;
