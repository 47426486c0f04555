DROP INDEX "registrations_one_open_per_email";--> statement-breakpoint
ALTER TABLE "registrations" ALTER COLUMN "conditions_version" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "registrations" ALTER COLUMN "conditions_accepted_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "account_id" uuid;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "registrations_account" ON "registrations" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "registrations_one_open_per_email" ON "registrations" USING btree ("email_key") WHERE kind = 'genuine' and account_id is null and state in ('requested', 'awaiting-manager', 'awaiting-support', 'activation-sent');