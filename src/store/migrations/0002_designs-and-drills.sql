ALTER TABLE "events" DROP CONSTRAINT "events_type";--> statement-breakpoint
DROP INDEX "events_progress";--> statement-breakpoint
CREATE INDEX "events_progress" ON "events" USING btree ("learner","item","solves") WHERE type in ('attempt', 'answer', 'estimate');--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_type" CHECK (type in ('attempt', 'hint', 'reference', 'answer', 'report', 'recognition', 'forecast', 'target', 'self-rating', 'diagnostic', 'day', 'review', 'ask', 'estimate'));