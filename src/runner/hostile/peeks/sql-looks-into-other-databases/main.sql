-- Templates of other cases lie in the same cluster, by names that everybody may list.
SELECT * FROM "case_0000".public.shop
