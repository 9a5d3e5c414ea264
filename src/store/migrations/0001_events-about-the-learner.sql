ALTER TABLE "events" DROP CONSTRAINT "events_type";--> statement-breakpoint
ALTER TABLE "events" ALTER COLUMN "item" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "came" bigint NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "events_came_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
CREATE INDEX "events_as_they_came" ON "events" USING btree ("learner","came");--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_type" CHECK (type in ('attempt', 'hint', 'reference', 'answer', 'report', 'recognition', 'forecast', 'target', 'self-rating', 'diagnostic', 'day', 'review'));