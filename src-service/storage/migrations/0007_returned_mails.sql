CREATE TABLE "bounce_files" (
	"path" text PRIMARY KEY NOT NULL,
	"read_up_to" bigint NOT NULL,
	"mark" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bounce_messages" (
	"key" text PRIMARY KEY NOT NULL,
	"read_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "is_shut_out" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "bounce_messages_read" ON "bounce_messages" USING btree ("read_at");