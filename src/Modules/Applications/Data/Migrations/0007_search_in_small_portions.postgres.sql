-- With the default of 4 MB one arrival in some thousands merges all that waits into the index, and everybody waits 200 ms for it.
alter index applications_applications_tokens set (gin_pending_list_limit = 128);
