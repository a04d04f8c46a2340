-- The city writes most letters: the index of a sender's letters holds those of people alone.
drop index messaging_letters_sent;
create index messaging_letters_sent on messaging_letters (from_account, at) where from_account is not null;
