import { migrate } from "#drizzle/migrate";

const { DATABASE_URL } = process.env;
if (!DATABASE_URL) throw new Error("set DATABASE_URL to the database that is to be brought up to date");
await migrate(DATABASE_URL);
console.log("the database is up to date");
