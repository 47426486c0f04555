CREATE TABLE "stock_establishments" (
	"siret" bigint PRIMARY KEY NOT NULL,
	"category" smallint,
	"diffusible" boolean NOT NULL,
	"closed" boolean NOT NULL,
	"name" text,
	"line1" text,
	"line2" text,
	"line3" text,
	"postal_code" text,
	"city" text
);
--> statement-breakpoint
CREATE TABLE "stock_generations" (
	"number" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "stock_generations_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"imported_at" timestamp with time zone NOT NULL,
	"establishments" integer NOT NULL,
	"as_of" date
);
