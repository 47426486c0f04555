DROP INDEX "links_account";--> statement-breakpoint
DROP INDEX "registrations_account";--> statement-breakpoint
CREATE INDEX "registrations_mirrors" ON "registrations" USING btree ("mirrors") WHERE mirrors is not null;--> statement-breakpoint
CREATE INDEX "links_account" ON "links" USING btree ("account_id") WHERE account_id is not null;--> statement-breakpoint
CREATE INDEX "registrations_account" ON "registrations" USING btree ("account_id") WHERE account_id is not null;--> statement-breakpoint
ALTER TABLE "outbox" ALTER COLUMN "sealed_content" SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE "outbox" SET (toast_tuple_target = 8160);
