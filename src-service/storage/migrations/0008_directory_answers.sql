CREATE TABLE "directory_answers" (
	"siret" text PRIMARY KEY NOT NULL,
	"establishment" jsonb,
	"fresh_until" timestamp with time zone NOT NULL,
	"kept_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "directory_quotas" (
	"name" text PRIMARY KEY NOT NULL,
	"turns" jsonb NOT NULL,
	"paused_until" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "directory_answers_kept_until" ON "directory_answers" USING btree ("kept_until");