CREATE TABLE "duties" (
	"name" text PRIMARY KEY NOT NULL,
	"due_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "secret_key_proof" (
	"only_row" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"proof" text NOT NULL
);
