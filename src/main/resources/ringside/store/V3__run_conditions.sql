-- What the runner noticed of the machine while a run lasted, as a JSON object; empty where nobody looked.
ALTER TABLE run ADD COLUMN conditions VARCHAR DEFAULT '' NOT NULL;
