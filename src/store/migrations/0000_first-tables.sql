CREATE TABLE "drafts" (
	"learner" text NOT NULL,
	"item" text NOT NULL,
	"revision" integer NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"body" json NOT NULL,
	CONSTRAINT "drafts_learner_item_pk" PRIMARY KEY("learner","item")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"learner" text NOT NULL,
	"id" uuid NOT NULL,
	"item" text NOT NULL,
	"type" text NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"solves" boolean NOT NULL,
	"body" json NOT NULL,
	CONSTRAINT "events_learner_id_pk" PRIMARY KEY("learner","id"),
	CONSTRAINT "events_type" CHECK (type in ('attempt', 'hint', 'reference', 'answer', 'report'))
);
--> statement-breakpoint
CREATE TABLE "learners" (
	"id" text PRIMARY KEY NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_learner_learners_id_fk" FOREIGN KEY ("learner") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_learner_learners_id_fk" FOREIGN KEY ("learner") REFERENCES "public"."learners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_of_item" ON "events" USING btree ("learner","item","at","id");--> statement-breakpoint
CREATE INDEX "events_in_order" ON "events" USING btree ("learner","at","id");--> statement-breakpoint
CREATE INDEX "events_progress" ON "events" USING btree ("learner","item","solves") WHERE type in ('attempt', 'answer');--> statement-breakpoint
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the log of events is append-only: % refused', TG_OP;
END $$;--> statement-breakpoint
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "events" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
