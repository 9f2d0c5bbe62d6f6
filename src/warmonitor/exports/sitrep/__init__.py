"""The situation report as a record, and the files that are made of it: Markdown, Word, PDF, pictures."""
