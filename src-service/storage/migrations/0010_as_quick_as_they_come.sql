CREATE INDEX "registrations_mirrors" ON "registrations" USING btree ("mirrors");--> statement-breakpoint
ALTER TABLE "outbox" ALTER COLUMN "sealed_content" SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE "outbox" SET (toast_tuple_target = 8160);
