create virtual table applications_tokens using fts5(tokens, content='applications_applications', content_rowid='rowid', tokenize="unicode61 remove_diacritics 0 tokenchars '-'");
create trigger applications_tokens_insert after insert on applications_applications begin
  insert into applications_tokens (rowid, tokens) values (new.rowid, new.tokens);
end;
create trigger applications_tokens_update after update of tokens on applications_applications begin
  insert into applications_tokens (applications_tokens, rowid, tokens) values ('delete', old.rowid, old.tokens);
  insert into applications_tokens (rowid, tokens) values (new.rowid, new.tokens);
end;
